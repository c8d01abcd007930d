package org.safercommunities.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.privacy.Columns;
import org.safercommunities.portal.shared.privacy.Nobodys;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.Retention;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of rules against the running database: every column has a rule or a reason, and none has two. */
@PortalIT
class PrivacyRegisterIT {

    @Autowired
    PrivacyRegister register;

    @Autowired
    ObjectProvider<PersonalData> copies;

    @Autowired
    ObjectProvider<Retention> retentions;

    @Autowired
    JdbcClient jdbc;

    /** One line a table, as it is to be written. */
    private static Set<String> unaccounted(Map<String, Set<String>> real, List<Columns> said) {
        Map<String, Set<String>> left = new TreeMap<>();
        real.forEach((table, columns) -> left.put(table, new TreeSet<>(columns)));
        said.forEach(each -> left.getOrDefault(each.table(), new HashSet<>()).removeAll(each.names()));
        return left.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> "no rule: .in(\"%s\", \"%s\") in a PersonalRule, or Nobodys.of(\"%s\", \"%s\", why not)"
                        .formatted(
                                each.getKey(),
                                String.join(" ", each.getValue()),
                                each.getKey(),
                                String.join(" ", each.getValue())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Set<String>> columns() {
        Map<String, Set<String>> columns = new TreeMap<>();
        jdbc.sql("""
                SELECT c.table_name AS t, c.column_name AS n FROM information_schema.columns c
                  JOIN information_schema.tables b ON b.table_schema = c.table_schema AND b.table_name = c.table_name
                 WHERE c.table_schema = DATABASE() AND b.table_type = 'BASE TABLE'
                """).query(row -> {
            columns.computeIfAbsent(row.getString("t"), none -> new TreeSet<>()).add(row.getString("n"));
        });
        return columns;
    }

    private List<Columns> said() {
        return Stream.concat(
                        register.rules().stream().flatMap(rule -> rule.where().stream()),
                        register.nobodys().stream().map(Nobodys::columns))
                .toList();
    }

    @Test
    void everyColumnHasARuleOrAReason() {
        assertThat(unaccounted(columns(), said())).isEmpty();
    }

    @Test
    void aColumnThatNobodyHasThoughtOfWouldBeNoticed() {
        Map<String, Set<String>> more = columns();
        more.get("person").add("shoe_size");
        assertThat(unaccounted(more, said()))
                .singleElement()
                .asString()
                .contains(".in(\"person\", \"shoe_size\")")
                .contains("Nobodys.of(\"person\", \"shoe_size\", why not)");
    }

    @Test
    void noColumnIsSaidTwiceOrDoesNotExist() {
        Map<String, Set<String>> real = columns();
        List<String> names = said().stream()
                .flatMap(each -> each.names().stream().map(name -> each.table() + "." + name))
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names)
                .allSatisfy(name -> assertThat(real.getOrDefault(name.split("\\.")[0], Set.of()))
                        .as(name)
                        .contains(name.split("\\.")[1]));
    }

    @Test
    void everyRuleIsWholeAndInTheCopyOrSaysWhyNot() {
        Set<String> sections = copies.stream().map(PersonalData::section).collect(Collectors.toSet());
        assertThat(register.rules().stream().map(PersonalRule::key)).doesNotHaveDuplicates();
        assertThat(register.rules()).allSatisfy(rule -> {
            assertThat(List.of(
                            rule.what(),
                            rule.why(),
                            rule.seenBy(),
                            rule.keeping().inWords()))
                    .as(rule.key())
                    .noneMatch(String::isBlank);
            assertThat(rule.where()).as(rule.key()).isNotEmpty();
            if (rule.section() == null) {
                assertThat(rule.notCopied()).as(rule.key()).isNotBlank();
            } else {
                assertThat(sections).as(rule.key()).contains(rule.section());
            }
        });
        assertThat(register.rules().stream().map(PersonalRule::section)).containsAll(sections);
    }

    /** What the notice says is deleted in time is deleted by something. */
    @Test
    void everyPeriodIsRunAndEveryRunHasARule() {
        Set<String> run = retentions.stream().map(Retention::rule).collect(Collectors.toSet());
        assertThat(register.rules().stream().map(PersonalRule::key)).containsAll(run);
        assertThat(register.rules().stream()
                        .filter(rule -> rule.keeping().period() != null)
                        .map(PersonalRule::key))
                .allMatch(key -> run.contains(key)
                        // With the account; and bytes go with them, every hour
                        || Set.of("belonging", "data-requests", "uploads").contains(key));
    }
}

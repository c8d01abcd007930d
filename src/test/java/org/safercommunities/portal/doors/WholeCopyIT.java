package org.safercommunities.portal.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.shared.privacy.Columns;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.PrivacyRules;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * The copy that everyone may ask for against a search of the whole database for them: every row with their id, subject, address or name
 * is in it, or a rule says why not.
 */
@PortalIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class WholeCopyIT {

    private static final String NAME = "Quennel Copyhold";

    @Autowired
    private WebApplicationContext portal;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    private BusyPeople people;

    @BeforeAll
    void everythingDone() throws IOException {
        people = new BusyPeople(portal, NAME);
    }

    private Map<String, String> copy(Reader who) {
        return portal.getBeansOfType(PersonalData.class).values().stream()
                .collect(Collectors.toMap(
                        PersonalData::section, part -> json.writeValueAsString(part.of(who.personId()))));
    }

    private Map<String, PersonalRule> rules() {
        Map<String, PersonalRule> rules = new HashMap<>();
        for (PrivacyRules module : portal.getBeansOfType(PrivacyRules.class).values()) {
            for (PersonalRule rule : module.rules()) {
                for (Columns where : rule.where()) {
                    where.names().forEach(name -> rules.put(where.table() + "." + name, rule));
                }
            }
        }
        return rules;
    }

    /** Where something was found that is neither copied nor excused, with one row of each. */
    private Map<String, String> leftOut(Reader who, Map<String, String> copy) {
        Map<String, PersonalRule> rules = rules();
        Collection<String> words =
                List.of(who.personId().toString(), people.email(who), people.name(who), people.subject(who));
        Map<String, String> leftOut = new TreeMap<>();
        for (WholeDatabase.Hit hit : new WholeDatabase(jdbc).find(words)) {
            PersonalRule rule = rules.get(hit.where());
            if (rule == null) {
                leftOut.put(hit.where(), "no rule says that it is about people: " + hit.row());
            } else if (rule.section() != null) {
                String part = copy.getOrDefault(Objects.requireNonNull(rule.section()), "");
                Collection<String> marks = hit.marks(words);
                if (marks.stream().noneMatch(part::contains) && !(marks.isEmpty() && !part.isEmpty())) {
                    leftOut.put(hit.where(), "not in the part “%s”: %s".formatted(rule.section(), hit.row()));
                }
            }
        }
        return leftOut;
    }

    @Test
    void nothingOnAPractitionerIsLeftOut() {
        assertThat(leftOut(people.practitioner, copy(people.practitioner))).isEmpty();
    }

    @Test
    void nothingOnAnEditorIsLeftOut() {
        assertThat(leftOut(people.editor, copy(people.editor))).isEmpty();
    }

    /** The test would notice: without any one part that has something to tell, there are findings. */
    @Test
    void aPartThatIsLeftOutIsMissed() {
        Map<String, String> unnoticed = new TreeMap<>();
        for (Reader who : List.of(people.practitioner, people.editor)) {
            Map<String, String> whole = copy(who);
            for (String part : new TreeSet<>(whole.keySet())) {
                Map<String, String> without = new HashMap<>(whole);
                without.remove(part);
                if (leftOut(who, without).isEmpty()) {
                    unnoticed.merge(part, who.personId().toString(), (one, other) -> "both");
                }
            }
        }
        assertThat(unnoticed.entrySet().stream().filter(each -> each.getValue().equals("both")))
                .isEmpty();
    }

    /** What the store of files has of them is what their documents, offers and uploads refer to; it has no names. */
    @Test
    void theStoreOfFilesKnowsNoNames() {
        List<String> columns = new ArrayList<>();
        for (WholeDatabase.Hit hit : new WholeDatabase(jdbc).find(List.of(NAME))) {
            columns.add(hit.table().toLowerCase(Locale.ROOT));
        }
        assertThat(columns).doesNotContain("file_scan", "search_entry", "audit_row");
    }
}

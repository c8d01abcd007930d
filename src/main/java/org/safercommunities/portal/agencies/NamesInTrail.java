package org.safercommunities.portal.agencies;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safercommunities.portal.audit.AgencyOfActor;
import org.safercommunities.portal.audit.AuditNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The names of people, agencies, groups and roles, where the trail has their ids only. */
@Configuration(proxyBeanMethods = false)
class NamesInTrail {

    @Bean
    AgencyOfActor agencyOfActor() {
        return () -> "SELECT m.agency FROM membership m WHERE m.person_id = ? AND m.current = 1";
    }

    @Bean
    AuditNames namesOfPeople(PersonList people) {
        return names(
                "person",
                ids -> people.names(ids.stream().flatMap(NamesInTrail::id).toList()).entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue)));
    }

    @Bean
    AuditNames namesOfAgencies(JdbcClient jdbc) {
        return names("agency", slugs -> namesIn(jdbc, "agency", slugs));
    }

    @Bean
    AuditNames namesOfGroups(JdbcClient jdbc) {
        return names("group", slugs -> namesIn(jdbc, "portal_group", slugs));
    }

    /** Roles stand in the trail as {@code [ADMINISTRATOR, EDITOR]}. */
    @Bean
    AuditNames namesOfRoles() {
        return names(
                "roles",
                lists -> lists.stream().collect(Collectors.toMap(Function.identity(), list -> {
                    String words = Arrays.stream(Role.values())
                            .filter(role -> list.contains(role.name()))
                            .map(Role::inWords)
                            .collect(Collectors.joining(", "));
                    return words.isEmpty() ? "none beyond practitioner" : words;
                })));
    }

    private static Map<String, String> namesIn(JdbcClient jdbc, String table, Collection<String> slugs) {
        return jdbc
                .sql("SELECT slug, name FROM " + table + " WHERE slug IN (:slugs)")
                .param("slugs", slugs)
                .query((row, number) -> Map.entry(row.getString("slug"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static java.util.stream.Stream<UUID> id(String text) {
        try {
            return java.util.stream.Stream.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return java.util.stream.Stream.empty();
        }
    }

    private static AuditNames names(String type, Function<Collection<String>, Map<String, String>> byId) {
        return new AuditNames() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public Map<String, String> names(Collection<String> ids) {
                return byId.apply(ids);
            }
        };
    }
}

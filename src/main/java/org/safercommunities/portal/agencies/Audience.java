package org.safercommunities.portal.agencies;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Who may see a thing: the union of everyone who signs in, agencies, groups and single people. Nobody at all when empty.
 *
 * <p>Editors see whatever is not for a group; what is for a group they see only when the audience admits them as it would
 * any other person. Administrators gain nothing by being one.
 *
 * @param agencies slugs
 * @param groups slugs
 * @param people ids of persons
 */
public record Audience(boolean everyone, Set<String> agencies, Set<String> groups, Set<UUID> people) {

    static final String EVERYONE_TOKEN = "everyone";
    static final String EDITORS_TOKEN = "editors";

    public Audience {
        agencies = Set.copyOf(agencies);
        groups = Set.copyOf(groups);
        people = Set.copyOf(people);
    }

    public static Audience ofEveryone() {
        return new Audience(true, Set.of(), Set.of(), Set.of());
    }

    public static Audience ofAgencies(String... agencies) {
        return new Audience(false, Set.of(agencies), Set.of(), Set.of());
    }

    public static Audience ofGroups(String... groups) {
        return new Audience(false, Set.of(), Set.of(groups), Set.of());
    }

    public static Audience ofPeople(UUID... people) {
        return new Audience(false, Set.of(), Set.of(), Set.of(people));
    }

    /** Reads back what {@link #tokens()} wrote. */
    public static Audience fromTokens(Collection<String> tokens) {
        Set<String> agencies = new TreeSet<>();
        Set<String> groups = new TreeSet<>();
        Set<UUID> people = new TreeSet<>();
        for (String token : tokens) {
            if (token.startsWith("agency:")) {
                agencies.add(token.substring("agency:".length()));
            } else if (token.startsWith("group:")) {
                groups.add(token.substring("group:".length()));
            } else if (token.startsWith("person:")) {
                people.add(UUID.fromString(token.substring("person:".length())));
            }
        }
        return new Audience(tokens.contains(EVERYONE_TOKEN), agencies, groups, people);
    }

    /** The locks of this audience; one {@linkplain Reader#tokens() key} that fits one of them opens the thing. */
    public Set<String> tokens() {
        Set<String> tokens = new LinkedHashSet<>();
        if (everyone) {
            tokens.add(EVERYONE_TOKEN);
        }
        agencies.forEach(agency -> tokens.add(agencyToken(agency)));
        groups.forEach(group -> tokens.add(groupToken(group)));
        people.forEach(person -> tokens.add(personToken(person)));
        if (groups.isEmpty()) {
            tokens.add(EDITORS_TOKEN);
        }
        return tokens;
    }

    public boolean admits(Reader reader) {
        Set<String> keys = reader.tokens();
        return tokens().stream().anyMatch(keys::contains);
    }

    static String agencyToken(String agency) {
        return "agency:" + agency;
    }

    static String groupToken(String group) {
        return "group:" + group;
    }

    static String personToken(UUID person) {
        return "person:" + person;
    }
}

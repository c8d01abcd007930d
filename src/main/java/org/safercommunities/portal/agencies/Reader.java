package org.safercommunities.portal.agencies;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in person as the access rules see them, at one moment.
 *
 * @param personId the portal's own id of the person
 * @param agencyId slug of the agency they belong to
 * @param agencyIds that agency and all that were merged into it: what was meant for those is meant for its people now
 * @param groupIds slugs of the groups they are in
 * @param roles what they may do beyond a practitioner
 * @param held keys that other modules let them hold for as long as something lasts, as the view {@code person_key} has them
 */
public record Reader(
        UUID personId,
        String agencyId,
        Set<String> agencyIds,
        Set<String> groupIds,
        Set<Role> roles,
        Set<String> held) {

    public Reader {
        agencyIds = Set.copyOf(agencyIds);
        groupIds = Set.copyOf(groupIds);
        roles = Set.copyOf(roles);
        held = Set.copyOf(held);
    }

    /**
     * Held by people of agencies whose signature of the Information Sharing Agreement holds; the view {@code agency_sharing} says
     * which. Without it nobody gets at what is OFFICIAL-SENSITIVE, whoever that is meant for.
     */
    public static final String SIGNED = "signed";

    /**
     * Held for as long as what they showed at signing in is enough for the contents of what is OFFICIAL-SENSITIVE: a second factor, or a
     * sign-in a moment ago. It comes with a session or token, never with the person, so that nothing done in somebody’s name without
     * them has it. That such a thing is there they see without it.
     */
    public static final String PROVEN = "proven";

    /** Somebody of an agency that has signed, who has shown that it is them and holds no other key beside those of agency, groups and roles. */
    public Reader(UUID personId, String agencyId, Set<String> agencyIds, Set<String> groupIds, Set<Role> roles) {
        this(personId, agencyId, agencyIds, groupIds, roles, Set.of(SIGNED, PROVEN));
    }

    private static final UUID NOBODY = new UUID(0, 0);

    /** The portal itself, for what it does at start and by the clock. Never the outcome of a sign-in. */
    public static Reader portal() {
        return new Reader(NOBODY, "", Set.of(), Set.of(), Set.of(Role.ADMINISTRATOR, Role.EDITOR));
    }

    /** Somebody without an account, who is shown what is for everyone and nothing else. Never the outcome of a sign-in. */
    public static Reader stranger() {
        return new Reader(NOBODY, "", Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** The id that the audit trail keeps for what this person does; null for the portal itself. */
    public @Nullable UUID actor() {
        return personId.equals(NOBODY) ? null : personId;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /**
     * The keys this person holds. They may read a thing when one of its {@linkplain Audience#tokens() audience's locks}
     * is among them. SQL and the search index both filter by these, so that no exit has a rule of its own.
     */
    public Set<String> tokens() {
        Set<String> tokens = new LinkedHashSet<>();
        tokens.add(Audience.EVERYONE_TOKEN);
        tokens.add(Audience.personToken(personId));
        agencyIds.forEach(agency -> tokens.add(Audience.agencyToken(agency)));
        groupIds.forEach(group -> tokens.add(Audience.groupToken(group)));
        if (is(Role.EDITOR)) {
            tokens.add(Audience.EDITORS_TOKEN);
        }
        tokens.addAll(held);
        return tokens;
    }

    /**
     * The keys by which they find things. What is OFFICIAL-SENSITIVE has its {@linkplain #signed locks} doubled, so that two keys
     * are needed where the index can ask for one.
     */
    public Set<String> searchKeys() {
        Set<String> keys = tokens();
        if (held.contains(SIGNED)) {
            tokens().forEach(token -> keys.add(signed(token)));
        }
        return keys;
    }

    /** The lock that only people of agencies that have signed can open, among those that the other one lets in. */
    public static String signed(String token) {
        return SIGNED + ":" + token;
    }

    /** Whether they may be given what is OFFICIAL-SENSITIVE when it is meant for them. */
    public boolean maySeeSensitive() {
        return held.contains(SIGNED);
    }

    /** Whether what they showed is enough to be given the contents of what is OFFICIAL-SENSITIVE. */
    public boolean isProven() {
        return held.contains(PROVEN);
    }

    /** The same person, who has just shown that it is them. */
    public Reader proven() {
        Set<String> more = new LinkedHashSet<>(held);
        more.add(PROVEN);
        return new Reader(personId, agencyId, agencyIds, groupIds, roles, more);
    }

    /** The same person as they stand now, with the proof that they had. */
    public Reader provenAs(Reader before) {
        return before.isProven() && before.personId.equals(personId) ? proven() : this;
    }

    /** What conditions over things with an audience name in SQL: {@code keys}, {@code editor} and {@code me}. */
    public Map<String, Object> parameters() {
        return Map.of("keys", tokens(), "editor", is(Role.EDITOR), "me", personId.toString());
    }
}

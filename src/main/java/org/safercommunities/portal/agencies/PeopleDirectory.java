package org.safercommunities.portal.agencies;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.PersonFile.Stay;
import org.safercommunities.portal.audit.AccessTrail;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.shared.Csv;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People as staff look them up: administrators anybody, coordinators those of their own agency, everyone themself. Each call
 * takes a constant number of statements.
 */
@Service
public class PeopleDirectory {

    private static final int AT_MOST = 100_000;

    private final PersonList people;
    private final AccessTrail trail;
    private final JdbcClient jdbc;

    PeopleDirectory(PersonList people, AccessTrail trail, JdbcClient jdbc) {
        this.people = people;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /**
     * People whose name or address contains the text; active ones first, then by name.
     *
     * @param agency slug; null for all agencies, which only administrators may ask for
     */
    @Transactional(readOnly = true)
    public List<PersonSummary> search(String text, @Nullable String agency, int offset, int limit, Reader by) {
        mayLookAt(agency, by);
        return people.search(text, agency, offset, limit);
    }

    @Transactional(readOnly = true)
    public int count(String text, @Nullable String agency, Reader by) {
        mayLookAt(agency, by);
        return people.count(text, agency);
    }

    /** How many people each agency has now, by its slug. */
    @Transactional(readOnly = true)
    public Map<String, Integer> countByAgency(Reader by) {
        NotAllowed.unlessAdministrator(by);
        return people.countByAgency();
    }

    @Transactional(readOnly = true)
    public List<PersonSummary> inGroup(String group, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return people.inGroup(group);
    }

    /** Empty when there is no such person, and when it is nobody that {@code by} may look up: nobody can tell which. */
    @Transactional(readOnly = true)
    public Optional<PersonFile> open(UUID id, Reader by) {
        return people.find(id)
                .filter(person -> id.equals(by.personId()) || NotAllowed.looksAfter(person.agency(), by))
                .map(this::file);
    }

    /** Writes the people of an agency as a table. */
    @Transactional(readOnly = true)
    public void export(@Nullable String agency, Appendable out, Reader by) throws IOException {
        mayLookAt(agency, by);
        trail.taken(new AuditNote(
                by.actor(),
                "agencies.people-exported",
                "people:" + (agency == null ? "all" : agency),
                agency == null ? Map.of() : Map.of("agency", agency)));
        Csv csv = new Csv(out)
                .row("Name", "Email", "Agency", "Roles", "Active", "Member since", "Confirmed", "Last sign-in");
        for (PersonSummary person : people.search("", agency, 0, AT_MOST)) {
            csv.row(
                    person.name(),
                    person.email(),
                    person.agency(),
                    person.roles().stream().sorted().map(Role::inWords).collect(Collectors.joining(", ")),
                    person.active() ? "yes" : "no",
                    person.since().toString(),
                    Objects.toString(person.confirmed(), ""),
                    Objects.toString(person.lastSignIn(), ""));
        }
    }

    private static void mayLookAt(@Nullable String agency, Reader by) {
        if (agency == null) {
            NotAllowed.unlessAdministrator(by);
        } else {
            NotAllowed.unlessLookingAfter(agency, by);
        }
    }

    private PersonFile file(PersonSummary person) {
        List<Stay> stays = jdbc
                .sql("""
                        SELECT m.agency, a.name, m.since, m.ended_at, m.end_reason
                          FROM membership m JOIN agency a ON a.slug = m.agency WHERE m.person_id = ?
                        """)
                .param(person.id().toString())
                .query((row, number) -> new Stay(
                        row.getString("agency"),
                        row.getString("name"),
                        Objects.requireNonNull(Sql.instant(row, "since")),
                        Sql.instant(row, "ended_at"),
                        row.getString("end_reason")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Stay::since).reversed())
                .toList();
        Map<String, String> groups = new TreeMap<>();
        jdbc.sql("""
                        SELECT g.slug, g.name FROM group_member m JOIN portal_group g ON g.slug = m.group_slug
                         WHERE m.person_id = ?
                        """).param(person.id().toString()).query(row -> {
            groups.put(row.getString("slug"), row.getString("name"));
        });
        return new PersonFile(person, stays.getFirst().agencyName(), stays, groups);
    }
}

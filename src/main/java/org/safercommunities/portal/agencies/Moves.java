package org.safercommunities.portal.agencies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody changes from one agency to another. Their own coordinator says so and the other agency’s says yes: neither can bring
 * somebody into an agency, or out of one, that is not theirs. Until then nothing changes for the person.
 */
@Service
public class Moves {

    private static final int LONGEST_NOTE = 300;

    private static final String SELECT = """
            SELECT v.person_id, p.name, p.email, v.from_agency, f.name AS from_name, v.to_agency, t.name AS to_name, v.note, v.asked_at
              FROM membership_move v JOIN person p ON p.id = v.person_id
              JOIN membership m ON m.person_id = v.person_id AND m.agency = v.from_agency AND m.ended_at IS NULL
              JOIN agency f ON f.slug = v.from_agency JOIN agency t ON t.slug = v.to_agency
             WHERE\s""";

    private final JdbcClient jdbc;
    private final People people;
    private final PersonRecords personRecords;
    private final MembershipRecords memberships;
    private final Agencies agencies;
    private final AccountChecks checks;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    Moves(
            JdbcClient jdbc,
            People people,
            PersonRecords personRecords,
            MembershipRecords memberships,
            Agencies agencies,
            AccountChecks checks,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.personRecords = personRecords;
        this.memberships = memberships;
        this.agencies = agencies;
        this.checks = checks;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A move that waits for an answer.
     *
     * @param from slug of the agency they are in
     * @param to slug of the agency whose coordinators answer
     * @param note what the one who asked wants the others to know; may be empty
     */
    public record Move(
            UUID person,
            String name,
            String email,
            String from,
            String fromName,
            String to,
            String toName,
            String note,
            Instant askedAt) {}

    /** Those that wait for an answer of this agency, the oldest first. For those who look after it. */
    @Transactional(readOnly = true)
    public List<Move> arriving(String agency, Reader by) {
        NotAllowed.unlessLookingAfter(agency, by);
        return jdbc.sql(SELECT + "v.to_agency = ? ORDER BY v.asked_at, v.person_id")
                .param(agency)
                .query(Moves::move)
                .list();
    }

    /** Those of this agency that wait for the answer of another. For those who look after it. */
    @Transactional(readOnly = true)
    public List<Move> leaving(String agency, Reader by) {
        NotAllowed.unlessLookingAfter(agency, by);
        return jdbc.sql(SELECT + "v.from_agency = ? ORDER BY v.asked_at, v.person_id")
                .param(agency)
                .query(Moves::move)
                .list();
    }

    /**
     * Says that a colleague changes to another agency, and asks its coordinators. Said again, it takes the place of what waited.
     *
     * @param to slug
     * @param note at most 300 characters
     * @throws InvalidEntry at {@code person}, {@code agency} or {@code note}
     */
    @Transactional
    public void ask(UUID person, String to, String note, Reader by) {
        String from = agencyOf(person);
        NotAllowed.unlessLookingAfter(from, by);
        if (person.equals(by.personId())) {
            throw new InvalidEntry("person", "Ask another coordinator, or an administrator, to move you");
        }
        if (note.strip().length() > LONGEST_NOTE) {
            throw new InvalidEntry("note", "Use at most %d characters".formatted(LONGEST_NOTE));
        }
        fits(person, from, to);
        jdbc.sql("""
                        REPLACE INTO membership_move (person_id, from_agency, to_agency, note, asked_by, asked_at)
                        VALUES (:person, :from, :to, :note, :by, :now)
                        """)
                .param("person", person.toString())
                .param("from", from)
                .param("to", to)
                .param("note", note.strip())
                .param("by", Sql.textOrNull(by.actor()))
                .param("now", Sql.utc(clock.instant()))
                .update();
        tell(person, from, to, "asked", note.strip(), by);
    }

    /** They are people of the other agency from now on, without roles and groups, which were given them for the one before. */
    @Transactional
    public void accept(UUID person, Reader by) {
        Move move = waiting(person);
        NotAllowed.unlessLookingAfter(move.to(), by);
        fits(person, move.from(), move.to());
        forget(person);
        people.move(person, move.to(), by);
        tell(person, move.from(), move.to(), "accepted", "", by);
    }

    /** They stay where they are. */
    @Transactional
    public void decline(UUID person, String reason, Reader by) {
        Move move = waiting(person);
        NotAllowed.unlessLookingAfter(move.to(), by);
        if (reason.isBlank() || reason.strip().length() > LONGEST_NOTE) {
            throw new InvalidEntry("reason", "Enter a reason, at most %d characters".formatted(LONGEST_NOTE));
        }
        forget(person);
        tell(person, move.from(), move.to(), "declined", reason.strip(), by);
    }

    /** It was a mistake. */
    @Transactional
    public void takeBack(UUID person, Reader by) {
        Move move = waiting(person);
        NotAllowed.unlessLookingAfter(move.from(), by);
        forget(person);
        tell(person, move.from(), move.to(), "taken-back", "", by);
    }

    /** Held until the end of the transaction, so that it is answered once. Unknown ones and those of others are refused alike. */
    private Move waiting(UUID person) {
        jdbc.sql("SELECT person_id FROM membership_move WHERE person_id = ? FOR UPDATE")
                .param(person.toString())
                .query(String.class)
                .optional();
        return jdbc.sql(SELECT + "v.person_id = ?")
                .param(person.toString())
                .query(Moves::move)
                .optional()
                .orElseThrow(() -> new InvalidEntry("person", "This does not wait any more. Load the page again"));
    }

    private void forget(UUID person) {
        jdbc.sql("DELETE FROM membership_move WHERE person_id = ?")
                .param(person.toString())
                .update();
    }

    private String agencyOf(UUID person) {
        return memberships
                .findByPersonIdAndEndedAtIsNull(person)
                .map(Membership::agency)
                .orElse("");
    }

    /** Whoever could not sign in there any more is not moved but invited by the other agency, with the address they have then. */
    private void fits(UUID person, String from, String to) {
        AgencySummary home = agencies.find(to)
                .filter(AgencySummary::active)
                .filter(agency -> !agency.slug().equals(from))
                .orElseThrow(() -> new InvalidEntry("agency", "Choose another agency that is active"));
        Optional<Person> mover = personRecords.findById(person);
        try {
            mover.ifPresent(known -> checks.signsInThere(new NewPerson(known.email(), known.name()), home));
        } catch (InvalidEntry elsewhere) {
            throw new InvalidEntry(
                    "agency",
                    "With their present address they cannot sign in at %s. End their membership here; %s invites them with their new address"
                            .formatted(home.name(), home.name()));
        }
    }

    private void tell(UUID person, String from, String to, String what, String words, Reader by) {
        messages.publishEvent(new MoveChanged(person, from, to, what, words, by.actor()));
    }

    private static Move move(ResultSet row, int number) throws SQLException {
        return new Move(
                Sql.id(row, "person_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("from_agency"),
                row.getString("from_name"),
                row.getString("to_agency"),
                row.getString("to_name"),
                row.getString("note"),
                Sql.moment(row, "asked_at"));
    }
}

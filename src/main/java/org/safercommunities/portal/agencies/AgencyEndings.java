package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AgencyEndingRows.Asked;
import org.safercommunities.portal.shared.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two administrators end an agency, or make it part of another: one asks with a reason, another agrees, and only then anything
 * changes. Who administers is looked up when it is carried out, for both of them, and not taken from how they signed in.
 */
@Service
public class AgencyEndings {

    private static final int LONGEST_REASON = 300;

    private final AgencyEndingRows rows;
    private final JdbcClient jdbc;
    private final Agencies agencies;
    private final AgencyRecords records;
    private final PersonList people;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    AgencyEndings(
            AgencyEndingRows rows,
            JdbcClient jdbc,
            Agencies agencies,
            AgencyRecords records,
            PersonList people,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.agencies = agencies;
        this.records = records;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What waits for a second administrator.
     *
     * @param id of this asking: who agrees says with it what they have seen
     * @param into slug of the agency that it becomes part of; null when it ends
     * @param until when it lapses
     */
    public record Ending(
            UUID id,
            String agency,
            @Nullable String into,
            String reason,
            UUID askedBy,
            String askedByName,
            Instant askedAt,
            Instant until) {}

    /** What waits for this agency; empty when nothing does or it has lapsed. For administrators. */
    @Transactional(readOnly = true)
    public Optional<Ending> waiting(String agency, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return rows.waiting(agency, clock.instant());
    }

    /** Everything that waits for a second administrator, the oldest first. For administrators. */
    @Transactional(readOnly = true)
    public List<Ending> allWaiting(Reader by) {
        NotAllowed.unlessAdministrator(by);
        return rows.waiting(clock.instant());
    }

    /** Slugs of the agencies of which this administrator could answer what waits, the oldest first. */
    @Transactional(readOnly = true)
    public List<String> toAnswer(Reader by) {
        NotAllowed.unlessAdministrator(by);
        return rows.toAnswer(by.personId(), clock.instant());
    }

    /** Names of those who could agree now, in order: who administers beside the one who asked. For administrators. */
    @Transactional(readOnly = true)
    public List<String> couldAgree(UUID askedBy, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return rows.couldAgree(askedBy);
    }

    /**
     * Asks a second administrator to end this agency, or to make it part of another.
     *
     * @param into slug; null to end it
     * @param reason at most 300 characters
     * @return what waits now
     * @throws InvalidEntry at {@code agency}, {@code into} or {@code reason}
     */
    @Transactional
    public Ending ask(String agency, @Nullable String into, String reason, Reader by) {
        NotAllowed.unlessAdministrator(by);
        UUID asker = person(by);
        String words = reason(reason);
        Agency ending = locked(agency, into);
        if (into == null && agency.equals(by.agencyId())) {
            throw new InvalidEntry("agency", "You would lock yourself out. Merge your agency into another instead");
        }
        if (ending.mergedInto() != null || into == null && !ending.isActive()) {
            throw new InvalidEntry("agency", "This agency has ended already");
        }
        if (into != null && (into.equals(agency) || !stillActive(into))) {
            throw new InvalidEntry("into", "Choose another agency that is still active");
        }
        if (waiting(agency, by).isPresent()) {
            throw new InvalidEntry("agency", "Somebody has asked for this already. Load the page again");
        }
        rows.forget(agency);
        rows.add(agency, into, fingerprint(agency, into), words, asker, clock.instant());
        tell(agency, into, "ending-asked", words, by);
        return rows.waiting(agency, clock.instant()).orElseThrow();
    }

    /**
     * Agrees, and carries it out in the same transaction.
     *
     * @param id of the asking that was read
     * @throws AccessDeniedException to whoever asked, to another account with their address, and to whoever does not administer now
     * @throws InvalidEntry at {@code agency} when it does not wait any more, or something has changed since it was asked
     */
    @Transactional
    public void agree(String agency, UUID id, Reader by) {
        NotAllowed.unlessAdministrator(by);
        UUID second = person(by);
        Asked asked = asked(agency, id);
        if (people.sameAddress(second, asked.by())) {
            throw new AccessDeniedException("Somebody else has to agree to what you asked for");
        }
        if (!administers(second)) {
            throw new AccessDeniedException("Only an administrator may do this");
        }
        if (!administers(asked.by())) {
            throw new InvalidEntry(
                    "agency", "Whoever asked does not administer the portal any more. Say no, and ask again");
        }
        if (!asked.fingerprint().equals(fingerprint(agency, asked.into()))) {
            throw new InvalidEntry(
                    "agency", "The agency has changed since this was asked. Say no, look at it and ask again");
        }
        rows.forget(agency);
        tell(agency, asked.into(), "ending-agreed", "", by);
        if (asked.into() == null) {
            agencies.endAgreed(agency, by);
        } else {
            agencies.mergeAgreed(agency, asked.into(), by);
        }
    }

    /**
     * The agency stays as it is. Whoever asked takes it back with this too.
     *
     * @param reason at most 300 characters; may be empty for whoever asked
     */
    @Transactional
    public void decline(String agency, UUID id, String reason, Reader by) {
        NotAllowed.unlessAdministrator(by);
        Asked asked = asked(agency, id);
        boolean own = isOwn(asked, by);
        String words = own ? "" : reason(reason);
        rows.forget(agency);
        tell(agency, asked.into(), own ? "ending-taken-back" : "ending-declined", words, by);
    }

    /**
     * Whoever asked takes it back.
     *
     * @throws AccessDeniedException to anybody else, who declines with a reason
     */
    @Transactional
    public void takeBack(String agency, UUID id, Reader by) {
        NotAllowed.unlessAdministrator(by);
        if (!isOwn(asked(agency, id), by)) {
            throw new AccessDeniedException("Somebody else asked for this. Decline it, and say why");
        }
        decline(agency, id, "", by);
    }

    private static boolean isOwn(Asked asked, Reader by) {
        return asked.by().equals(by.personId());
    }

    /** Both agencies are held until the end of the transaction, so that it is answered once and nothing changes meanwhile. */
    private Asked asked(String agency, UUID id) {
        locked(agency, rows.into(agency, id).orElse(null));
        return rows.hold(agency, id, clock.instant())
                .orElseThrow(() -> new InvalidEntry("agency", "This does not wait any more. Load the page again"));
    }

    private Agency locked(String agency, @Nullable String into) {
        return records.lock(into == null ? List.of(agency) : List.of(agency, into)).stream()
                .filter(found -> found.slug().equals(agency))
                .findFirst()
                .orElseThrow(() -> new InvalidEntry("agency", "There is no such agency"));
    }

    private boolean stillActive(String agency) {
        return records.findById(agency).filter(Agency::isActive).isPresent();
    }

    /** As it is at this moment, and held so: a role that is taken away meanwhile is not seen by a plain read. */
    private boolean administers(UUID person) {
        return !jdbc.sql("""
                        SELECT r.role FROM person_role r
                          JOIN membership m ON m.person_id = r.person_id AND m.ended_at IS NULL
                          JOIN agency a ON a.slug = m.agency AND a.ended_at IS NULL
                         WHERE r.person_id = ? AND r.role = 'ADMINISTRATOR' FOR UPDATE
                        """)
                .param(person.toString())
                .query(String.class)
                .list()
                .isEmpty();
    }

    /** What somebody agrees to: who the two agencies are and that they are still active. People may join and leave meanwhile. */
    private String fingerprint(String agency, @Nullable String into) {
        return Sha256.of(facts(agency) + "\n" + (into == null ? "" : facts(into)));
    }

    private String facts(String slug) {
        AgencySummary agency = records.findById(slug).orElseThrow().summary();
        return String.join(
                "\t",
                agency.slug(),
                agency.name(),
                String.valueOf(agency.active()),
                String.valueOf(agency.mergedInto()),
                String.join(" ", new TreeSet<>(agency.domains())));
    }

    private static UUID person(Reader by) {
        UUID person = by.actor();
        if (person == null) {
            throw new AccessDeniedException("Only a person can ask and agree");
        }
        return person;
    }

    private static String reason(String reason) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new InvalidEntry("reason", "Enter a reason, at most %d characters".formatted(LONGEST_REASON));
        }
        return reason.strip();
    }

    private void tell(String agency, @Nullable String into, String what, String words, Reader by) {
        Map<String, String> details = new HashMap<>();
        if (into != null) {
            details.put("into", into);
        }
        if (!words.isEmpty()) {
            details.put("reason", words);
        }
        messages.publishEvent(new AgencyChanged(agency, what, details, by.actor()));
    }
}

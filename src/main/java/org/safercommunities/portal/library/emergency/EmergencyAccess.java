package org.safercommunities.portal.library.emergency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.NotAllowed;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.audit.AccessTrail;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.OpensToAdministrators;
import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.shared.Pace;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Administrators see no more documents than others by virtue of their office. In an emergency, when nobody can be reached who may, one of
 * them opens a single document, to read it: others are told at once, it ends by itself, and another administrator looks at it
 * afterwards. It is in no list, search or pack meanwhile.
 */
@Service
public class EmergencyAccess {

    public static final Duration USUAL = Duration.ofHours(1);
    public static final Duration LONGEST = Duration.ofHours(24);
    public static final int LONGEST_REASON = 600;

    public static final String READ = "library.document-read";
    public static final String TAKEN = "library.document-downloaded";

    static final Duration SHORTEST = Duration.ofMinutes(5);

    /** One person has so many open at once. */
    static final int AT_ONCE = 3;

    /** So often an hour somebody tries: addresses are not for guessing. */
    static final int TRIES = 10;

    private final EmergencyRows rows;
    private final OpensToAdministrators rule;
    private final AuditTrail audit;
    private final AccessTrail trail;
    private final ApplicationEventPublisher messages;
    private final Clock clock;
    private final Pace tries = new Pace(TRIES, Duration.ofHours(1));

    EmergencyAccess(
            EmergencyRows rows,
            OpensToAdministrators rule,
            AuditTrail audit,
            AccessTrail trail,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.rows = rows;
        this.rule = rule;
        this.audit = audit;
        this.trail = trail;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Opens a published document to this administrator. What is OFFICIAL-SENSITIVE needs the signature of their agency all the same.
     *
     * @param reason why it cannot wait, 10 to 600 characters
     * @param lasts 5 minutes to 24 hours
     * @throws InvalidDocument at {@code document} alike whether there is none, or none that can be opened so
     */
    @Transactional
    public Emergency open(UUID document, String reason, Duration lasts, Reader by) {
        NotAllowed.unlessAdministrator(by);
        valid(reason, lasts);
        Instant now = clock.instant();
        if (!tries.allows(by.personId().toString(), now)) {
            throw new InvalidDocument(
                    "document", "You have tried %d times within an hour. Wait a while".formatted(TRIES));
        }
        rows.holdPerson(by.personId());
        if (rows.open(by.personId(), now) >= AT_ONCE) {
            throw new InvalidDocument(
                    "document", "You have %d documents open. End one of them first".formatted(AT_ONCE));
        }
        switch (rule.standing(document, by)) {
            case THEIRS -> throw new InvalidDocument("document", "You can open this document as it is");
            case CLOSED -> {
                trail.refused(AuditNote.refused(
                        by.actor(),
                        "library.emergency-refused",
                        "document:" + document,
                        Map.of("words", reason.strip())));
                throw new InvalidDocument(
                        "document", "There is no document there that can be opened so. Check its address");
            }
            case OPENS -> {}
        }
        Emergency emergency = rows.add(document, by.personId(), reason.strip(), now, now.plus(lasts));
        messages.publishEvent(new EmergencyChanged(emergency, "opened", reason.strip(), by.actor()));
        return emergency;
    }

    private static void valid(String reason, Duration lasts) {
        if (reason.strip().length() < 10 || reason.strip().length() > LONGEST_REASON) {
            throw new InvalidDocument(
                    "reason", "Say why it cannot wait, in 10 to %d characters".formatted(LONGEST_REASON));
        }
        if (lasts.compareTo(SHORTEST) < 0 || lasts.compareTo(LONGEST) > 0) {
            throw new InvalidDocument("minutes", "Choose between 5 minutes and 24 hours");
        }
    }

    /** The one by which this person reads a document now. */
    @Transactional(readOnly = true)
    public Optional<Emergency> current(UUID document, Reader reader) {
        return rows.current(document, reader.personId(), clock.instant());
    }

    /** The newest of all, at most 200; those that nobody has looked at first. For administrators. */
    @Transactional(readOnly = true)
    public List<Emergency> all(Reader by) {
        NotAllowed.unlessAdministrator(by);
        return rows.all();
    }

    /** How many this administrator should look at: over, of somebody else, and looked at by nobody. */
    @Transactional(readOnly = true)
    public int toReview(Reader by) {
        NotAllowed.unlessAdministrator(by);
        return rows.toReview(by.personId(), clock.instant());
    }

    /** What was looked at and taken out meanwhile, newest first. For administrators. */
    @Transactional(readOnly = true)
    public List<AuditLine> done(Emergency emergency, Reader by) {
        NotAllowed.unlessAdministrator(by);
        String subject = "document:" + emergency.document();
        return Stream.of(READ, TAKEN)
                .flatMap(action -> audit.of(subject, action, emergency.person(), emergency.openedAt()).stream())
                .filter(line -> emergency.id().toString().equals(line.details().get("emergency")))
                .sorted(Comparator.comparing(AuditLine::at).reversed())
                .toList();
    }

    /** Before its time is over. Whoever opened it may, and any other administrator. */
    @Transactional
    public void end(UUID id, Reader by) {
        NotAllowed.unlessAdministrator(by);
        Emergency emergency = held(id);
        if (emergency.lasts(clock.instant())) {
            rows.end(id, by.actor(), clock.instant());
            messages.publishEvent(new EmergencyChanged(emergency, "ended", "", by.actor()));
        }
    }

    /**
     * Says of one that is over whether it was right. Somebody else than who opened it.
     *
     * @param words what was found, at most 600 characters
     */
    @Transactional
    public void review(UUID id, boolean right, String words, Reader by) {
        NotAllowed.unlessAdministrator(by);
        Emergency emergency = held(id);
        if (emergency.person().equals(by.personId())) {
            throw new InvalidDocument("review", "Another administrator has to look at what you opened");
        }
        if (emergency.lasts(clock.instant())) {
            throw new InvalidDocument("review", "It is still open. End it first, or wait until it is over");
        }
        if (emergency.isReviewed()) {
            throw new InvalidDocument("review", "Somebody has looked at this already. Load the page again");
        }
        if (words.isBlank() || words.strip().length() > LONGEST_REASON) {
            throw new InvalidDocument(
                    "words", "Say what you found, in at most %d characters".formatted(LONGEST_REASON));
        }
        rows.review(id, right, words.strip(), by.personId(), clock.instant());
        messages.publishEvent(new EmergencyChanged(emergency, "reviewed", words.strip(), by.actor()));
    }

    private Emergency held(UUID id) {
        return rows.hold(id).orElseThrow(() -> new UnknownDocument(id));
    }
}

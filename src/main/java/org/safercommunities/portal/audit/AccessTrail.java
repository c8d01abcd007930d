package org.safercommunities.portal.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lines of what changes nothing: looking at a thing, taking a list out, being refused. Each in a transaction of its own, and at a
 * pace that keeps the trail readable: nobody fills it by asking again and again. What was written lately is remembered on this node.
 */
@Service
public class AccessTrail {

    /** To look at the same thing again within this time is one access. */
    static final Duration ONE_ACCESS = Duration.ofHours(1);
    /** So many refusals of a person's are written within {@link #WINDOW}; then one line says that there were more. */
    static final int REFUSALS = 30;

    static final Duration WINDOW = Duration.ofMinutes(10);
    static final String MORE = "audit.more-refused";

    private static final Logger LOG = LoggerFactory.getLogger(AccessTrail.class);
    private static final int REMEMBERED = 50_000;

    private final AuditWriting writing;
    private final TransactionTemplate own;
    private final Clock clock;
    private final Pace refusals = new Pace(REFUSALS, WINDOW);
    private final Pace more = new Pace(1, WINDOW);
    private final Map<String, Instant> written = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    AccessTrail(AuditWriting writing, PlatformTransactionManager transactions, Clock clock) {
        this.writing = writing;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Somebody looks at something. Fails when it cannot be written: whoever asks before showing it then shows nothing. */
    public void seen(AuditNote note) {
        seen(note, "");
    }

    /** The same; to look at it again on another occasion is another access. */
    public void seen(AuditNote note, String occasion) {
        String access = String.join("\n", String.valueOf(note.actor()), note.action(), note.subject(), occasion);
        Instant now = clock.instant();
        synchronized (written) {
            Instant last = written.get(access);
            if (last != null && last.plus(ONE_ACCESS).isAfter(now)) {
                return;
            }
        }
        write(note);
        synchronized (written) {
            written.put(access, now);
        }
    }

    /** Somebody takes a list or a copy out: a line each time. Fails when it cannot be written: then they do not get it. */
    public void taken(AuditNote note) {
        write(note);
    }

    /** A rule said no. What is refused is refused whether or not it can be written. */
    public void refused(AuditNote note) {
        UUID actor = note.actor();
        String who = actor == null ? note.subject() : actor.toString();
        Instant now = clock.instant();
        try {
            if (refusals.allows(who, now)) {
                write(note);
            } else if (more.allows(who, now)) {
                write(AuditNote.refused(
                        actor, MORE, note.subject(), Map.of("minutes", Long.toString(WINDOW.toMinutes()))));
            }
        } catch (DataAccessException | TransactionException unwritten) {
            LOG.warn("A refusal is not in the audit trail", unwritten);
        }
    }

    private void write(AuditNote note) {
        own.executeWithoutResult(status -> writing.on((Audited) () -> note));
    }

    /** How often some people did a thing, without what it was. One statement. */
    void counted(String action, Map<UUID, Integer> times) {
        List<AuditNote> notes = times.entrySet().stream()
                .map(entry -> new AuditNote(
                        entry.getKey(),
                        action,
                        "person:" + entry.getKey(),
                        Map.of("times", String.valueOf(entry.getValue()))))
                .toList();
        own.executeWithoutResult(status -> writing.on((AuditedTogether) () -> notes));
    }

    /** The id of something in an address, or the address, as a subject may hold it: short, and in one line. */
    public static String subject(String type, @Nullable String id) {
        String plain = (id == null ? "" : id).replaceAll("\\p{Cntrl}", " ");
        return type + ":" + plain.substring(0, Math.min(plain.length(), 120 - type.length()));
    }
}

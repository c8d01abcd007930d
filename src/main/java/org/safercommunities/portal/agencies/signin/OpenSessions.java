package org.safercommunities.portal.agencies.signin;

import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.OwnSessions;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The browser sessions of this process, each with a row in the database, so that whoever ends one (Keycloak by a
 * back-channel logout that reached another node, staff who ended a membership) ends it here within ten seconds.
 */
@Component
class OpenSessions implements HttpSessionListener {

    private static final String KEY = OpenSessions.class.getName();
    private static final String PERSON = KEY + ".person";
    private static final String SIGNED_OUT = "SIGNED_OUT";
    /** A session ends when Keycloak could not be asked for so long whether its person may still sign in. */
    static final Duration UNCHECKED = Duration.ofMinutes(15);
    /** Home says what is new since the visit before; after this long everything is. */
    private static final Duration KEPT = Duration.ofDays(OwnSessions.KEPT_DAYS);

    private static final String OLD =
            "FROM portal_session WHERE opened_at < ? AND person_id NOT IN (SELECT h.person_id FROM person_held h)";

    private final Map<UUID, HttpSession> here = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SessionEndNotice notice;
    private final SignInTrail trail;
    /** As long as Keycloak's own last. Whoever an agency has locked out is in no longer than that, however busy they are. */
    private final Duration lasts;

    OpenSessions(JdbcClient jdbc, Clock clock, SessionEndNotice notice, SignInTrail trail, SessionCookie.Lasts lasts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.notice = notice;
        this.trail = trail;
        this.lasts = lasts.span();
    }

    /**
     * Whoever signs in while a page of somebody else is open begins a session of their own: the other’s ends, and nothing of its
     * pages or of where they wanted to go is theirs.
     */
    void leaveToItself(HttpServletRequest request, PortalUser user) {
        HttpSession session = request.getSession(false);
        Object before = session == null ? null : session.getAttribute(PERSON);
        if (session != null && before != null && !before.equals(user.personId())) {
            session.invalidate();
        }
    }

    void opened(HttpSession session, PortalUser user, @Nullable String userAgent) {
        if (session.getAttribute(KEY) instanceof UUID open && goesOn(open, user)) {
            here.put(open, session);
            trail.confirmed(user.personId(), user.proof());
            return;
        }
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "INSERT INTO portal_session (id, person_id, keycloak_sid, access_version, device, opened_at, checked_at)"
                                + " VALUES (?,?,?,?,?,?,?)")
                .param(id.toString())
                .param(user.personId().toString())
                .param(user.getIdToken().getClaimAsString("sid"))
                .param(user.accessVersion())
                .param(Device.inWords(userAgent))
                .param(now())
                .param(now())
                .update();
        trail.signedIn(user.personId(), Device.inWords(userAgent));
        session.setAttribute(KEY, id);
        session.setAttribute(PERSON, user.personId());
        here.put(id, session);
    }

    /** Somebody who confirms that it is them stays in the session that they have; it lasts no longer by it. */
    private boolean goesOn(UUID session, PortalUser user) {
        return jdbc.sql("UPDATE portal_session SET keycloak_sid = ?, access_version = ?, checked_at = ?"
                                + " WHERE id = ? AND person_id = ? AND ended_at IS NULL")
                        .param(user.getIdToken().getClaimAsString("sid"))
                        .param(user.accessVersion())
                        .param(now())
                        .param(session.toString())
                        .param(user.personId().toString())
                        .update()
                == 1;
    }

    /** The session of the current page or request. */
    Optional<UUID> current() {
        VaadinSession page = VaadinSession.getCurrent();
        if (page != null && page.getSession() != null) {
            return Optional.ofNullable((UUID) page.getSession().getAttribute(KEY));
        }
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null
                ? Optional.empty()
                : Optional.ofNullable((UUID) request.getAttribute(KEY, RequestAttributes.SCOPE_SESSION));
    }

    /** Ends the sessions that belong to one Keycloak session. */
    void endByKeycloakSession(String sid) {
        markEnded("keycloak_sid = ?", List.of(sid), SIGNED_OUT);
        closeEnded();
    }

    /** Ends all sessions of one Keycloak account that were opened before that moment. */
    void endBySubject(String subject, Instant said) {
        endBySubject(subject, said, SIGNED_OUT);
    }

    void endBySubject(String subject, Instant said, String reason) {
        markEnded(
                "person_id = (SELECT p.id FROM person p WHERE p.subject = ?) AND opened_at <= ?",
                List.of(subject, Sql.utc(said.plusSeconds(1))),
                reason);
        closeEnded();
    }

    /** Keycloak accounts of open sessions about which Keycloak was last asked so long ago. */
    List<String> uncheckedFor(Duration age) {
        return here.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                SELECT p.subject FROM portal_session s JOIN person p ON p.id = s.person_id
                                 WHERE s.ended_at IS NULL AND COALESCE(s.checked_at, s.opened_at) < ? AND p.subject IS NOT NULL
                                 GROUP BY p.subject ORDER BY MIN(s.opened_at)
                                """).param(now().minus(age)).query(String.class).list();
    }

    /** Keycloak has just said that this account may sign in. */
    void checked(String subject) {
        jdbc.sql("""
                UPDATE portal_session s JOIN person p ON p.id = s.person_id SET s.checked_at = ?
                 WHERE p.subject = ? AND s.ended_at IS NULL
                """).params(now(), subject).update();
    }

    /** Closes what was ended elsewhere, what is too old or unchecked for too long, and what its person may no longer have. */
    @Scheduled(fixedDelay = 5_000)
    void closeEnded() {
        if (here.isEmpty()) {
            return;
        }
        List<UUID> mine = List.copyOf(here.keySet());
        for (int from = 0; from < mine.size(); from += 500) {
            List<String> ids = mine.subList(from, Math.min(from + 500, mine.size())).stream()
                    .map(UUID::toString)
                    .toList();
            jdbc.sql("""
                    SELECT s.id, s.end_reason FROM portal_session s
                      JOIN person p ON p.id = s.person_id
                      LEFT JOIN membership m ON m.person_id = p.id AND m.ended_at IS NULL
                      LEFT JOIN agency a ON a.slug = m.agency
                     WHERE s.id IN (:ids)
                       AND (s.ended_at IS NOT NULL OR p.access_version <> s.access_version
                            OR m.id IS NULL OR a.ended_at IS NOT NULL OR s.opened_at < :oldest
                            OR COALESCE(s.checked_at, s.opened_at) < :unchecked)
                    """)
                    .param("ids", ids)
                    .param("oldest", now().minus(lasts))
                    .param("unchecked", now().minus(UNCHECKED))
                    .query((row, number) -> {
                        close(UUID.fromString(row.getString("id")), SIGNED_OUT.equals(row.getString("end_reason")));
                        return 0;
                    })
                    .list();
        }
    }

    private void close(UUID id, boolean signedOut) {
        HttpSession session = here.remove(id);
        if (session == null) {
            return;
        }
        markEnded("id = ?", List.of(id.toString()), "ACCESS_CHANGED");
        try {
            // From now on no request of this session is anybody's, even while its page still shows the notice
            session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            notice.tell(session, signedOut);
        } catch (IllegalStateException alreadyInvalid) {
            // It ended by itself meanwhile
        }
    }

    /** Those that were open: one that has ended on another node has its line there. */
    private void markEnded(String which, List<?> values, String reason) {
        List<Ended> open = jdbc.sql("SELECT id, person_id FROM portal_session WHERE ended_at IS NULL AND " + which)
                .params(values)
                .query((row, number) -> new Ended(Sql.id(row, "id"), Sql.id(row, "person_id")))
                .list();
        for (Ended session : open) {
            int ended = jdbc.sql(
                            "UPDATE portal_session SET ended_at = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL")
                    .param(now())
                    .param(reason)
                    .param(session.id().toString())
                    .update();
            if (ended > 0) {
                trail.ended(session.person(), reason);
            }
        }
    }

    private record Ended(UUID id, UUID person) {}

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        @Nullable Object id = event.getSession().getAttribute(KEY);
        if (id instanceof UUID key && here.remove(key) != null) {
            markEnded("id = ?", List.of(key.toString()), "CLOSED");
        }
    }

    /** Returns how many there were. */
    int forgetOld() {
        return jdbc.sql("DELETE " + OLD).param(now().minus(KEPT)).update();
    }

    long due(Instant by) {
        return jdbc.sql("SELECT COUNT(*) " + OLD)
                .param(Sql.utc(by.minus(KEPT)))
                .query(Long.class)
                .single();
    }

    private LocalDateTime now() {
        return Sql.utc(clock.instant());
    }
}

package org.safercommunities.portal.agencies.signin;

import com.vaadin.flow.server.VaadinSession;
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
    /** Home says what is new since the visit before; after this long everything is. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final Map<UUID, HttpSession> here = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SessionEndNotice notice;
    /** As long as Keycloak's own last. Whoever an agency has locked out is in no longer than that, however busy they are. */
    private final Duration lasts;

    OpenSessions(JdbcClient jdbc, Clock clock, SessionEndNotice notice, SessionCookie.Lasts lasts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.notice = notice;
        this.lasts = lasts.span();
    }

    void opened(HttpSession session, PortalUser user, @Nullable String userAgent) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "INSERT INTO portal_session (id, person_id, keycloak_sid, access_version, device, opened_at) VALUES (?,?,?,?,?,?)")
                .param(id.toString())
                .param(user.personId().toString())
                .param(user.getIdToken().getClaimAsString("sid"))
                .param(user.accessVersion())
                .param(Device.inWords(userAgent))
                .param(now())
                .update();
        session.setAttribute(KEY, id);
        here.put(id, session);
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
        jdbc.sql(
                        "UPDATE portal_session SET ended_at = ?, end_reason = 'SIGNED_OUT' WHERE keycloak_sid = ? AND ended_at IS NULL")
                .param(now())
                .param(sid)
                .update();
        closeEnded();
    }

    /** Ends all sessions of one Keycloak account that were opened before that moment. */
    void endBySubject(String subject, Instant said) {
        jdbc.sql("""
                UPDATE portal_session s JOIN person p ON p.id = s.person_id
                   SET s.ended_at = ?, s.end_reason = 'SIGNED_OUT'
                 WHERE p.subject = ? AND s.ended_at IS NULL AND s.opened_at <= ?
                """)
                .param(now())
                .param(subject)
                .param(Sql.utc(said.plusSeconds(1)))
                .update();
        closeEnded();
    }

    /** Closes what was ended elsewhere, what is too old, and what its person may no longer have. */
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
                    SELECT s.id, s.ended_at FROM portal_session s
                      JOIN person p ON p.id = s.person_id
                      LEFT JOIN membership m ON m.person_id = p.id AND m.ended_at IS NULL
                      LEFT JOIN agency a ON a.slug = m.agency
                     WHERE s.id IN (:ids)
                       AND (s.ended_at IS NOT NULL OR p.access_version <> s.access_version
                            OR m.id IS NULL OR a.ended_at IS NOT NULL OR s.opened_at < :oldest)
                    """)
                    .param("ids", ids)
                    .param("oldest", now().minus(lasts))
                    .query((row, number) -> {
                        close(UUID.fromString(row.getString("id")), row.getObject("ended_at") != null);
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
        markEnded(id, "ACCESS_CHANGED");
        try {
            // From now on no request of this session is anybody's, even while its page still shows the notice
            session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
            notice.tell(session, signedOut);
        } catch (IllegalStateException alreadyInvalid) {
            // It ended by itself meanwhile
        }
    }

    private void markEnded(UUID id, String reason) {
        jdbc.sql("UPDATE portal_session SET ended_at = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL")
                .param(now())
                .param(reason)
                .param(id.toString())
                .update();
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        @Nullable Object id = event.getSession().getAttribute(KEY);
        if (id instanceof UUID key && here.remove(key) != null) {
            markEnded(key, "CLOSED");
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forgetOld() {
        jdbc.sql("DELETE FROM portal_session WHERE opened_at < ?")
                .param(now().minus(KEPT))
                .update();
    }

    private LocalDateTime now() {
        return Sql.utc(clock.instant());
    }
}

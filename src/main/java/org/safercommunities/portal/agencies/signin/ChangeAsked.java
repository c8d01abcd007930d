package org.safercommunities.portal.agencies.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.OwnSignIn.Change;
import org.safercommunities.portal.agencies.OwnSignIn.Happened;
import org.safercommunities.portal.agencies.OwnSignIn.Outcome;

/**
 * What somebody has set out to change of how they sign in, kept in their session until Keycloak sends them back.
 *
 * @param parameters what Keycloak is asked for besides a sign-in
 * @param replaced ids of the authenticator apps in whose place a new one comes
 */
record ChangeAsked(Change change, Map<String, String> parameters, List<String> replaced) implements Serializable {

    private static final String ASKED = ChangeAsked.class.getName();
    private static final String HAPPENED = ASKED + ".happened";

    ChangeAsked {
        parameters = Map.copyOf(parameters);
        replaced = List.copyOf(replaced);
    }

    void keepIn(HttpSession session) {
        session.setAttribute(ASKED, this);
        session.removeAttribute(HAPPENED);
    }

    static Optional<ChangeAsked> in(@Nullable HttpSession session) {
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(session.getAttribute(ASKED)).map(ChangeAsked.class::cast);
    }

    /**
     * Notes how it went when somebody comes back. Only in what order things are said hangs on it: what is true now, Keycloak is
     * asked.
     *
     * @return what they had set out to change, when they have done it
     */
    static Optional<ChangeAsked> cameBack(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Optional<ChangeAsked> asked = in(session);
        asked.ifPresent(one -> {
            session.removeAttribute(ASKED);
            session.setAttribute(HAPPENED, new Said(one.change(), outcome(one, request)));
        });
        return asked.filter(one -> outcome(one, request) == Outcome.DONE);
    }

    private static Outcome outcome(ChangeAsked asked, HttpServletRequest request) {
        if (asked.change() == Change.NOTHING) {
            return Outcome.DONE;
        }
        return switch (String.valueOf(request.getParameter("kc_action_status"))) {
            case "success" -> Outcome.DONE;
            case "cancelled" -> Outcome.LEFT;
            default -> Outcome.FAILED;
        };
    }

    static Optional<Happened> happened(HttpSession session) {
        Object said = session.getAttribute(HAPPENED);
        session.removeAttribute(HAPPENED);
        return said instanceof Said(Change change, Outcome outcome)
                ? Optional.of(new Happened(change, outcome))
                : Optional.empty();
    }

    /** As the session keeps it. */
    private record Said(Change change, Outcome outcome) implements Serializable {}
}

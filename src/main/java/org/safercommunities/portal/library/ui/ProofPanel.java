package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Div;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;

/** Stands in the place of what is in an OFFICIAL-SENSITIVE file until its reader has shown that it is them. */
class ProofPanel extends Div {

    /** @param page without a slash before it, to come back to */
    ProofPanel(String page) {
        addClassNames("sc-preview", "sc-preview-none");
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Confirm that it is you");
        EmptyState state = new EmptyState(
                Icon.LOCK,
                "This is OFFICIAL-SENSITIVE",
                "Confirm that it is you with a one-time code from your authenticator app, and you come back to this page. If you"
                        + " have no such app yet, you are shown how to set one up.");
        state.actions(button(page));
        add(state);
    }

    static LinkButton button(String page) {
        return LinkButton.primary(
                        "confirm?to=" + URLEncoder.encode("/" + page, StandardCharsets.UTF_8), "Confirm that it is you")
                .with(Icon.LOCK)
                .outside();
    }
}

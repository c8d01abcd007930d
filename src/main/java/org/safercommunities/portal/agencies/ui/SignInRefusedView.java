package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.Prose;
import org.safercommunities.portal.shared.ui.PublicLayout;

/** For somebody whom Keycloak knows and the portal does not let in: why, and what they can do about it. */
@Route(value = "sign-in-refused", layout = PublicLayout.class)
@PageTitle("You are not signed in")
@AnonymousAllowed
class SignInRefusedView extends Div implements BeforeEnterObserver {

    private final Contact contact;

    SignInRefusedView(Contact contact) {
        this.contact = contact;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String reason = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("reason")
                .orElse("failed");
        removeAll();
        Refusal refusal = Refusal.of(reason);
        Anchor mail = new Anchor(contact.mailto("I cannot sign in (" + refusal.slug() + ")"), contact.email());
        add(
                new PageHeader(refusal.title()).lead(refusal.explanation()),
                new Prose()
                        .heading("What you can do")
                        .list(refusal.hints())
                        .text("If that does not help, write to ", mail, " and say which address you signed in with."),
                actions(refusal));
    }

    /** Leaving ends the session at Keycloak, so that another address can be tried. */
    private static Buttons actions(Refusal refusal) {
        LinkButton leave = LinkButton.primary("sign-in-refused/leave", "Sign in another way")
                .outside();
        if (refusal == Refusal.NO_AGENCY) {
            return new Buttons(
                    LinkButton.primary("ask-for-access", "Ask for access"),
                    LinkButton.secondary("sign-in-refused/leave", "Sign in another way")
                            .outside());
        }
        return new Buttons(leave);
    }

    private enum Refusal {
        NO_AGENCY(
                "We do not know your agency yet",
                "You have signed in, but nobody has told us which agency you belong to.",
                "If you work with the partnership, ask for access: it takes two minutes and a person answers.",
                "If your agency uses the portal, sign in with your work email address."),
        FOREIGN_EMAIL(
                "Your email address does not fit your agency",
                "Your agency’s sign-in sent us an address outside the agency’s own domains, so we cannot let you in.",
                "Sign in with your work email address.",
                "If it is your work address, your agency’s IT team or coordinator can tell us about its domain."),
        OTHER_PROVIDER(
                "This account signs in another way",
                "Your account in the portal is bound to the way you first signed in, and this was another.",
                "Sign in with your work email address, as you did before.",
                "If your agency has changed how it signs in, we can move your account."),
        MEMBERSHIP_ENDED(
                "Your membership has ended",
                "Your agency has told us that you no longer work there, or you belong to another agency now.",
                "If you have moved, sign in with the address of your new agency.",
                "If this is a mistake, your agency’s coordinator can tell us."),
        AGENCY_ENDED(
                "Your agency no longer uses the portal",
                "Its access has been switched off, and that of its people with it.",
                "If you work for another partner now, sign in with that address."),
        FAILED(
                "Signing in did not work",
                "Something went wrong between the sign-in page and the portal. You are not signed in.",
                "Try again. If the page was open for a long time, that is enough.",
                "If you used a bookmark of the sign-in page, open the portal’s own address in its place.");

        private final String title;
        private final String explanation;
        private final String[] hints;

        Refusal(String title, String explanation, String... hints) {
            this.title = title;
            this.explanation = explanation;
            this.hints = hints;
        }

        /** Anything that is none of ours is a plain failure. */
        static Refusal of(String slug) {
            for (Refusal refusal : values()) {
                if (refusal.slug().equals(slug)) {
                    return refusal;
                }
            }
            return FAILED;
        }

        String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        String title() {
            return title;
        }

        String explanation() {
            return explanation;
        }

        String[] hints() {
            return hints.clone();
        }
    }
}

package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;

/** The place of a document that is meant for somebody whose agency has not signed what it takes: says so, and whom to ask. */
class NotSignedPage extends Div {

    private static final String SUBJECT = "Our signature of the Information Sharing Agreement";
    private static final String WHOM_TO_ASK =
            "Ask your agency’s coordinator, or whoever answers for it, to have it signed. Questions? Write to ";

    NotSignedPage(Contact contact) {
        EmptyState state = new EmptyState(
                Icon.LOCK,
                "Your agency’s signature is missing",
                "It is OFFICIAL-SENSITIVE and meant for you too. But your agency’s signature of the Information Sharing"
                        + " Agreement is missing or has lapsed, and until it is there nobody of your agency can open it.");
        state.actions(LinkButton.secondary("library", "Search the library").with(Icon.SEARCH));
        add(new PageHeader("This document cannot be opened").crumb("Library", "library"), state, whomToAsk(contact));
    }

    /** For the list of which such documents are missing. */
    static Callout callout(Contact contact) {
        Callout callout = Callout.warn(
                        "Documents marked OFFICIAL-SENSITIVE are not shown to you.",
                        "Your agency’s signature of the Information Sharing Agreement is missing or has lapsed.")
                .more(whomToAsk(contact));
        callout.addClassName("sc-not-signed");
        return callout;
    }

    private static Paragraph whomToAsk(Contact contact) {
        Paragraph words = new Paragraph(WHOM_TO_ASK);
        words.add(new Anchor(contact.mailto(SUBJECT), contact.email()));
        words.add(".");
        return words;
    }
}

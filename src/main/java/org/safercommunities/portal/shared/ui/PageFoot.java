package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import org.safercommunities.portal.shared.Contact;

/** Who runs the portal and how to reach them, below every page. */
public class PageFoot extends Footer {

    public PageFoot(Contact contact) {
        addClassName("sc-foot");
        add(
                new Span("Safer Communities Portal, run by the Kent Community Safety Team"),
                new Anchor("accessibility", "Accessibility"),
                new Anchor("privacy", "Privacy"),
                new Anchor(contact.mailto("Problem with the portal"), "Report a problem"));
    }

    /** For pages of people who may have no account: whoever has one chooses there what they get. */
    public PageFoot withSubscribe() {
        addComponentAtIndex(1, new Anchor("subscribe", "Bulletins by mail"));
        return this;
    }
}

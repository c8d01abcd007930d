package org.safercommunities.portal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Words;

/** The words of the error pages. */
final class ErrorContent {

    private ErrorContent() {}

    static Div notFound(Contact contact) {
        Div page = page(
                Icon.FILE_X,
                "We cannot find this page",
                "It may have been moved or withdrawn, or it is shared with other people than you.");
        page.add(hints(
                new ListItem("If you typed the address, check that it is complete."),
                new ListItem("If somebody sent you the link, ask them who it is shared with."),
                new ListItem(Words.of(
                        "If you think you should see it, write to ", mail(contact, "A page I cannot find"), "."))));
        page.add(new Buttons(LinkButton.primary(".", "Go to the home page"), LinkButton.secondary("search", "Search")));
        return page;
    }

    static Div closedArea(Contact contact, String who) {
        Div page = page(
                Icon.LOCK,
                "This part of the portal is not open to you",
                who.isEmpty()
                        ? "It is for people with another role."
                        : "It is for people with another role. You are signed in as " + who + ".");
        page.add(hints(
                new ListItem("Everything shared with you is in the library and in search."),
                new ListItem(Words.of(
                        "If your work has changed and you need this, write to ",
                        mail(contact, "A part of the portal I need"),
                        " or ask your agency’s coordinator."))));
        page.add(new Buttons(LinkButton.primary(".", "Go to the home page")));
        return page;
    }

    static Div unexpected(Contact contact, String reference, String address) {
        Div page = page(
                Icon.TRIANGLE_ALERT,
                "Something went wrong",
                "It is not your doing, and it has been noted. What you typed into a form before is kept on this device.");
        page.add(hints(
                new ListItem("Try again in a minute."),
                new ListItem(Words.of(
                        "If it happens again, write to ",
                        mail(contact, "Problem " + reference),
                        " with this reference: ",
                        strong(reference),
                        "."))));
        page.add(new Buttons(
                LinkButton.primary(address, "Try again").outside(), LinkButton.secondary(".", "Go to the home page")));
        return page;
    }

    private static Div page(Icon icon, String heading, String lead) {
        Div disc = new Div(icon.create());
        disc.addClassName("sc-empty-icon");
        Paragraph words = new Paragraph(lead);
        words.addClassName("sc-lead");
        Div page = new Div(disc, new H1(heading), words);
        page.addClassName("sc-empty");
        return page;
    }

    private static UnorderedList hints(ListItem... hints) {
        return new UnorderedList(hints);
    }

    private static Span strong(String words) {
        Span strong = new Span(words);
        strong.getStyle().setFontWeight("700");
        return strong;
    }

    private static Anchor mail(Contact contact, String subject) {
        return new Anchor(contact.mailto(subject), contact.email());
    }
}

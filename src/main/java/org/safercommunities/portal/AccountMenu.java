package org.safercommunities.portal;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import org.safercommunities.portal.shared.SignedInPerson;
import org.safercommunities.portal.shared.ui.Icon;

/** Who is signed in, and behind it their account and the way out. */
class AccountMenu extends Div {

    private final Popover menu;

    AccountMenu(SignedInPerson person, Runnable signOut) {
        NativeButton opener = new NativeButton();
        opener.addClassName("sc-band-button");
        // Drawn by the style sheet: letters that nobody would say, for people who speak what they see
        Span initials = new Span();
        initials.getElement().setAttribute("data-initials", person.initials());
        initials.addClassName("sc-initials");
        initials.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(person.name());
        name.addClassName("sc-person-name");
        Span agency = new Span(person.agencyName());
        agency.addClassName("sc-person-agency");
        Span words = new Span(name, new Text(" "), agency);
        words.addClassName("sc-person");
        SvgIcon chevron = Icon.CHEVRON_DOWN.create();
        chevron.addClassName("sc-chevron");
        opener.add(initials, words, chevron);
        // Begins with the words that stand there, for people who speak to their device
        opener.setAriaLabel("%s %s: account".formatted(person.name(), person.agencyName()));

        Anchor account = new Anchor("account", Icon.USER.create(), new Span("Your account"));
        NativeButton leave = new NativeButton("", event -> signOut.run());
        leave.add(Icon.LOG_OUT.create(), new Span("Sign out"));
        // The browser forgets what was typed before anything else happens
        leave.getElement().setAttribute("data-forget-typed", true);

        Div content = new Div(who(person), account, leave);
        content.addClassName("sc-account-menu");
        menu = new Popover(content);
        menu.setTarget(opener);
        menu.setPosition(PopoverPosition.BOTTOM_END);
        menu.setAriaLabel("Your account");
        menu.setAutofocus(true);
        add(opener, menu);
    }

    void arrived() {
        menu.close();
    }

    private static Div who(SignedInPerson person) {
        Span name = new Span(person.name());
        name.getStyle().setFontWeight("700");
        Div who = new Div(name, new Span(person.agencyName()), new Span(person.email()));
        who.addClassName("sc-account-who");
        return who;
    }
}

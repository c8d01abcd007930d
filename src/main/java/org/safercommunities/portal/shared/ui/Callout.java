package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Something to know before going on, beside what it is about. */
public class Callout extends Div {

    private final Div words = new Div();

    private Callout(Icon icon, String kind, String first, String rest) {
        addClassNames("sc-callout", kind);
        words.addClassName("sc-callout-words");
        Span strong = new Span(first);
        strong.getStyle().setFontWeight("700");
        words.add(new Paragraph(strong, new Text(" " + rest)));
        add(icon.create(), words);
    }

    /** @param first a few words that say it all, for example “Handle with care.” */
    public static Callout sensitive(String first, String rest) {
        return new Callout(Icon.LOCK, "sc-sensitive", first, rest);
    }

    public static Callout info(String first, String rest) {
        return new Callout(Icon.INFO, "sc-info", first, rest);
    }

    public static Callout good(String first, String rest) {
        return new Callout(Icon.CIRCLE_CHECK, "sc-good", first, rest);
    }

    public static Callout warn(String first, String rest) {
        return new Callout(Icon.TRIANGLE_ALERT, "sc-warn", first, rest);
    }

    public static Callout bad(String first, String rest) {
        return new Callout(Icon.CIRCLE_ALERT, "sc-bad", first, rest);
    }

    /** A list, link or button below the words. */
    public Callout more(Component... components) {
        words.add(components);
        return this;
    }
}

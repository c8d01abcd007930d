package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.HighlightedText;

/** One thing in a list: title, one line of facts, marking, perhaps a picture before and an action after. */
public class Row extends ListItem {

    private final Div body = new Div();
    private @Nullable Div tick;

    private Row(Component title) {
        addClassName("sc-row");
        body.addClassName("sc-row-body");
        Div heading = new Div(title);
        heading.addClassName("sc-row-title");
        body.add(heading);
        add(body);
    }

    /** @param path of the page, without a leading slash, for example {@code library/…} */
    public static Row linked(String title, String path) {
        return new Row(new Anchor(path, title));
    }

    public static Row linked(HighlightedText title, String path) {
        return new Row(new Anchor(path, new Highlight(title)));
    }

    public static Row titled(String title) {
        return new Row(new Span(title));
    }

    /** A small picture of the thing; decoration, for the title beside it names it. */
    public Row picture(String address) {
        Image image = new Image(address, "");
        image.getElement().setAttribute("loading", "lazy");
        return before(image, "sc-row-picture", "sc-with-picture");
    }

    /** The same, with something in its place until it is there, and when it cannot be drawn. */
    public Row picture(String address, Icon icon) {
        Image image = new Image(address, "");
        image.getElement().setAttribute("loading", "lazy");
        Div tile = new Div(icon.create());
        tile.addClassName("sc-icon-tile");
        Div both = new Div(tile, image);
        both.addClassName("sc-row-drawn");
        image.getElement().addEventListener("error", event -> both.remove(image));
        return before(both, "sc-row-picture", "sc-with-picture");
    }

    /** In place of a picture where there is none. */
    public Row pictureOf(Icon icon) {
        Div tile = new Div(icon.create());
        tile.addClassName("sc-icon-tile");
        return before(tile, "sc-row-picture", "sc-with-picture");
    }

    public Row date(LocalDate date) {
        return before(new DateTile(date), "sc-row-picture", "sc-with-picture");
    }

    public Row icon(Icon icon) {
        return before(icon.create(), "sc-row-icon", "sc-with-icon");
    }

    public Row facts(String... facts) {
        body.add(new FactsLine(facts));
        return this;
    }

    public Row snippet(HighlightedText snippet) {
        Paragraph words = new Paragraph(new Highlight(snippet));
        words.addClassName("sc-row-snippet");
        body.add(words);
        return this;
    }

    public Row chips(Component... chips) {
        if (chips.length > 0) {
            body.add(new Chips(chips));
        }
        return this;
    }

    /** Anything else below the facts, for example a progress bar. */
    public Row detail(Component... details) {
        body.add(details);
        return this;
    }

    public Row action(Component... actions) {
        Div place = new Div(actions);
        place.addClassName("sc-row-action");
        add(place);
        return this;
    }

    /** Puts the action below the words where the screen is narrow, as wide as the row. */
    public Row wideAction(Component... actions) {
        addClassName("sc-wide-action");
        return action(actions);
    }

    /** Puts small actions below the words where the screen is narrow, beside each other where the words begin. */
    public Row lowAction(Component... actions) {
        addClassName("sc-low-action");
        return action(actions);
    }

    /** A box before everything else, to choose the row among others; in place of its picture where the screen is narrow. */
    public Row tick(Component box) {
        untick();
        tick = new Div(box);
        tick.addClassName("sc-row-tick");
        addComponentAsFirst(tick);
        addClassName("sc-with-tick");
        return this;
    }

    /** Takes the box away. */
    public void untick() {
        if (tick != null) {
            remove(tick);
            removeClassName("sc-with-tick");
            tick = null;
        }
    }

    /** The first of a sheet's rows that waits for this person. */
    public Row now() {
        addClassName("sc-now");
        return this;
    }

    public Row warn() {
        addClassName("sc-warn");
        return this;
    }

    public Row bad() {
        addClassName("sc-bad");
        return this;
    }

    private Row before(Component component, String placeClass, String rowClass) {
        Div place = new Div(component);
        place.addClassName(placeClass);
        addComponentAsFirst(place);
        addClassName(rowClass);
        return this;
    }
}

package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.safercommunities.portal.bulletins.offers.OfferDetails;
import org.safercommunities.portal.bulletins.offers.WordChanges;
import org.safercommunities.portal.bulletins.offers.Wording;

/**
 * What the team made of an agency’s words: what is struck through is taken out, what is underlined is put in. Whoever listens hears
 * both said.
 */
final class OfferChanges extends Div {

    OfferChanges(OfferDetails offer) {
        Wording before = offer.content().wording();
        Wording now = offer.now();
        addClassName("sc-changes");
        add(note(
                new Text("Taken out is "),
                change(WordChanges.Kind.REMOVED, "struck through"),
                new Text(", put in is "),
                change(WordChanges.Kind.ADDED, "underlined"),
                new Text(".")));
        part("Title", before.title(), now.title());
        part("Text", before.words(), now.words());
        if (before.pictured() && !now.pictured()) {
            add(new H3("Picture"), note(new Text("The team has left it out.")));
        } else if (!before.pictured() && now.pictured()) {
            add(new H3("Picture"), note(new Text("The team has put one in.")));
        } else {
            part("What the picture shows", before.alt(), now.alt());
        }
    }

    private void part(String name, String before, String now) {
        if (before.equals(now)) {
            return;
        }
        Paragraph words = new Paragraph();
        words.addClassName("sc-changed-words");
        WordChanges.between(before, now)
                .forEach(part -> words.add(
                        part.kind() == WordChanges.Kind.SAME
                                ? new Text(part.text())
                                : change(part.kind(), part.text())));
        add(new H3(name), words);
    }

    private static Component change(WordChanges.Kind kind, String text) {
        boolean removed = kind == WordChanges.Kind.REMOVED;
        HtmlContainer change = removed ? new Deleted() : new Inserted();
        change.add(unseen(removed ? "[taken out:] " : "[put in:] "), new Text(text), unseen(" [end]"));
        return change;
    }

    private static Span unseen(String words) {
        Span unseen = new Span(words);
        unseen.addClassName("sc-unseen");
        return unseen;
    }

    private static Paragraph note(Component... words) {
        List<Component> parts = new ArrayList<>(List.of(words));
        Paragraph note = new Paragraph(parts.toArray(Component[]::new));
        note.addClassName("sc-muted");
        return note;
    }

    @Tag("del")
    private static final class Deleted extends HtmlContainer {}

    @Tag("ins")
    private static final class Inserted extends HtmlContainer {}
}

package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Marking;

/** The marking of a document, and what to heed with it, wherever something of it is shown. */
final class MarkingWords {

    private static final String SENSITIVE = Marking.OFFICIAL_SENSITIVE.label();

    private MarkingWords() {}

    /** Stands right above what is shown of the file, so that no picture of the screen is without it. */
    static Optional<Component> band(DocumentDescription said) {
        if (said.marking() != Marking.OFFICIAL_SENSITIVE) {
            return Optional.empty();
        }
        Span marking = new Span(SENSITIVE);
        marking.addClassName("sc-strong");
        String handling = said.handling();
        Div band = new Div(marking, new Span(handling == null ? "" : handling));
        band.addClassName("sc-marking-band");
        return Optional.of(band);
    }

    /** Below a row of a list; empty where there is nothing to heed. */
    static Optional<Component> handling(String marking, @Nullable String handling) {
        if (!marking.equals(SENSITIVE) || handling == null || handling.isBlank()) {
            return Optional.empty();
        }
        Paragraph words = new Paragraph("Handling: " + handling);
        words.addClassNames("sc-note", "sc-handling");
        return Optional.of(words);
    }

    /** Beside what a suggestion says, which has no room for a chip. */
    static String beside(String facts, String marking) {
        return marking.equals(SENSITIVE) ? (facts.isEmpty() ? marking : facts + ", " + marking) : facts;
    }
}

package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Sheet;

/** One figure: what it says in a sentence, the picture, the same numbers as a table, and the table as a file. */
final class FigureSheet extends Sheet {

    private final String heading;

    FigureSheet(String heading) {
        super(new H2(heading));
        this.heading = heading;
        addClassName("sc-figures");
    }

    /** The answer before the picture. */
    FigureSheet says(String sentence) {
        add(new Paragraph(sentence));
        return this;
    }

    /** How it was counted. */
    FigureSheet note(String words) {
        if (!words.isBlank()) {
            Paragraph note = new Paragraph(words.strip());
            note.addClassName("sc-note");
            add(note);
        }
        return this;
    }

    /** @param caption what the numbers in it count */
    FigureSheet drawn(String caption, Component chart) {
        Paragraph words = new Paragraph(caption);
        words.addClassName("sc-chart-caption");
        add(words, chart);
        return this;
    }

    /** @param open when it leads on to things, which a picture cannot */
    FigureSheet table(FigureTable table, boolean open, Component file) {
        Details fold = new Details("As a table", table);
        fold.setOpened(open);
        fold.getElement().getThemeList().add("no-padding");
        // There are several on the page
        fold.getSummary().getElement().setAttribute("aria-label", heading + " as a table");
        add(fold, new Buttons(file));
        return this;
    }
}

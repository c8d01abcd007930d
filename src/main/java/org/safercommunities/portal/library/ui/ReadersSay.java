package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.safercommunities.portal.library.use.Usefulness;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** For the owner and editors: how many found a document useful, and what readers wrote. */
final class ReadersSay extends PageSection {

    ReadersSay(Usefulness.Opinion opinion) {
        super("What readers say");
        if (opinion.useful() + opinion.notUseful() == 0) {
            add(new Paragraph("Nobody has answered yet whether it was useful."));
            return;
        }
        Span good = new Span("%,d found it useful".formatted(opinion.useful()));
        good.addClassName("sc-strong");
        add(new Paragraph(good, new Span(", %,d did not.".formatted(opinion.notUseful()))));
        Rows rows = new Rows();
        for (Usefulness.Comment comment : opinion.comments()) {
            Paragraph words = new Paragraph(comment.comment());
            words.addClassName("sc-comment");
            rows.add(Row.titled(comment.name())
                    .icon(Icon.MESSAGE_SQUARE)
                    .facts(
                            comment.useful() ? "found it useful" : "did not find it useful",
                            "Version " + comment.number(),
                            Dates.moment(comment.at()))
                    .detail(words));
        }
        if (!opinion.comments().isEmpty()) {
            add(rows);
        }
    }
}

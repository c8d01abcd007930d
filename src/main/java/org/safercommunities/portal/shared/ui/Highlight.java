package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import org.safercommunities.portal.shared.HighlightedText;

/** Text with what was searched for marked; built of parts, so that a document cannot bring markup of its own. */
public class Highlight extends Span {

    public Highlight(HighlightedText text) {
        for (HighlightedText.Part part : text.parts()) {
            add(part.hit() ? new Mark(part.text()) : new Text(part.text()));
        }
    }

    @Tag("mark")
    private static class Mark extends HtmlContainer {

        Mark(String text) {
            setText(text);
        }
    }
}

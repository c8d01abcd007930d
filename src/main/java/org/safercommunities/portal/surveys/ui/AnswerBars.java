package org.safercommunities.portal.surveys.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.safercommunities.portal.surveys.SurveyResults;

/** How often each answer was given: a bar, and the same in words and numbers beside it. */
class AnswerBars extends OrderedList {

    AnswerBars(SurveyResults.OfQuestion result) {
        addClassName("sc-answer-bars");
        getElement().setAttribute("role", "list");
        result.counts().forEach((choice, count) -> {
            int percent = result.percent(choice);
            Div track = new Div();
            track.addClassName("sc-answer-track");
            track.getElement().setAttribute("aria-hidden", "true");
            Div bar = new Div();
            bar.addClassName("sc-answer-bar");
            bar.getStyle().set("inline-size", percent + "%");
            track.add(bar);
            Span words = new Span(choice);
            words.addClassName("sc-answer-words");
            Span figures = new Span("%d (%d%%)".formatted(count, percent));
            figures.addClassName("sc-answer-figures");
            add(new ListItem(words, track, figures));
        });
    }
}

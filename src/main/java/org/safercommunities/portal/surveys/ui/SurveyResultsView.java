package org.safercommunities.portal.surveys.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FileLink;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.surveys.QuestionKind;
import org.safercommunities.portal.surveys.SurveyReading;
import org.safercommunities.portal.surveys.SurveyResults;
import org.safercommunities.portal.surveys.UnknownSurvey;

/** What was answered, drawn, with the numbers beside. */
@Route("surveys/:survey/results")
@StyleSheet("surveys.css")
@RolesAllowed("EDITOR")
class SurveyResultsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final SurveyReading surveys;
    private final CurrentReader currentReader;
    private String title = "Survey results";

    SurveyResultsView(SurveyReading surveys, CurrentReader currentReader) {
        this.surveys = surveys;
        this.currentReader = currentReader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = IdInAddress.of(event, "survey").orElseThrow(NotFoundException::new);
        SurveyResults results;
        try {
            results = surveys.results(id, currentReader.get());
        } catch (UnknownSurvey unknown) {
            throw new NotFoundException();
        }
        title = "Results: " + results.title();
        removeAll();
        PageHeader header = new PageHeader(results.title())
                .over("Survey results")
                .lead("%d of %d people have answered.".formatted(results.answered(), results.invited()));
        if (!results.path().isEmpty()) {
            header.crumb("The event", results.path());
        }
        if (results.shown()) {
            header.actions(FileLink.csv("survey-results.csv", out -> surveys.export(id, out, currentReader.get())));
        }
        add(header);
        if (!results.shown()) {
            add(new EmptyState(
                    Icon.LOCK,
                    "Not enough answers yet",
                    "Results are shown when at least %d people have answered, so that nobody can be told by what they said."
                            .formatted(SurveyResults.FEWEST)));
            return;
        }
        results.questions().forEach(result -> add(sheet(result)));
    }

    private static Component sheet(SurveyResults.OfQuestion result) {
        Sheet sheet = Sheet.titled(result.question().words());
        if (result.question().kind() == QuestionKind.TEXT) {
            sheet.add(words(result));
            return sheet;
        }
        if (result.question().kind() == QuestionKind.RATING) {
            Paragraph headline = new Paragraph("%d%% said excellent or very good".formatted(result.percentGood()));
            headline.addClassName("sc-answer-headline");
            sheet.add(headline);
        }
        sheet.add(new AnswerBars(result));
        Paragraph note = new Paragraph(result.answers() == 1 ? "One answer" : "%d answers".formatted(result.answers()));
        note.addClassName("sc-note");
        sheet.add(note);
        return sheet;
    }

    private static Component words(SurveyResults.OfQuestion result) {
        if (result.words().isEmpty()) {
            return new Paragraph("Nobody wrote anything here.");
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("sc-answer-texts");
        result.words().forEach(words -> list.add(new ListItem(words)));
        return list;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}

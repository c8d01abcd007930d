package org.safercommunities.portal.surveys.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.surveys.Answering;
import org.safercommunities.portal.surveys.InvalidSurvey;
import org.safercommunities.portal.surveys.SurveyForm;
import org.safercommunities.portal.surveys.UnknownSurvey;

/** A survey, for those who are asked. What they type is kept in their browser until they send it. */
@Route("surveys/:survey")
@StyleSheet("surveys.css")
@PermitAll
class SurveyView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Answering answering;
    private final CurrentReader currentReader;
    private final ErrorSummary errors = new ErrorSummary();
    private String title = "Survey";

    SurveyView(Answering answering, CurrentReader currentReader) {
        this.answering = answering;
        this.currentReader = currentReader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(IdInAddress.of(event, "survey").orElseThrow(NotFoundException::new));
    }

    private void show(UUID id) {
        SurveyForm survey;
        try {
            survey = answering.open(id, currentReader.get());
        } catch (UnknownSurvey unknown) {
            throw new NotFoundException();
        }
        title = survey.title();
        removeAll();
        PageHeader header = new PageHeader(survey.title()).over("Survey");
        if (!survey.path().isEmpty()) {
            header.crumb("Back to the event", survey.path());
        }
        add(header);
        switch (survey.state()) {
            case OPEN -> add(form(survey));
            case ANSWERED ->
                add(new EmptyState(Icon.CHECK, "Thank you for your answers", "They help to make the next event better.")
                        .actions(back(survey)));
            case CLOSED ->
                add(new EmptyState(Icon.CLOCK, "This survey has closed", "Answers are no longer taken.")
                        .actions(back(survey)));
            case NOT_OPEN ->
                add(new EmptyState(Icon.CLOCK, "This survey is not open yet", "You get a mail when it opens.")
                        .actions(back(survey)));
        }
    }

    private static Component back(SurveyForm survey) {
        return LinkButton.secondary(survey.path().isEmpty() ? "." : survey.path(), "Go on");
    }

    private Component form(SurveyForm survey) {
        List<QuestionField> fields =
                survey.questions().stream().map(QuestionField::of).toList();
        FormColumn column = new FormColumn();
        column.addClassName("sc-survey");
        if (!survey.intro().isEmpty()) {
            column.add(new com.vaadin.flow.component.html.Paragraph(survey.intro()));
        }
        column.add(Callout.info(
                "Anonymous.",
                "Your answers are kept without your name or the time, and results are shown only when at least ten people"
                        + " have answered."));
        fields.forEach(field -> column.add(field.component()));
        var closes = survey.closesAt();
        if (closes != null) {
            column.add(new com.vaadin.flow.component.html.Paragraph("Open until " + Dates.moment(closes) + "."));
        }
        KeepTyped kept = KeepTyped.keep(
                column,
                "survey-" + survey.id(),
                fields.stream()
                        .map(QuestionField::component)
                        .filter(TextArea.class::isInstance)
                        .toArray(Component[]::new));
        column.add(
                survey.asked()
                        ? new Buttons(new PrimaryButton("Send answers", () -> send(survey, fields, kept)).big())
                        : Callout.info(
                                "This is how it looks.", "Only those who were there are asked, and can answer."));
        return new Div(errors, column);
    }

    private void send(SurveyForm survey, List<QuestionField> fields, KeepTyped kept) {
        Map<UUID, String> answers = new HashMap<>();
        fields.forEach(field -> {
            field.fine();
            answers.put(field.id(), field.value());
        });
        try {
            answering.answer(survey.id(), answers, currentReader.get());
            kept.forget();
            show(survey.id());
        } catch (InvalidSurvey invalid) {
            fields.stream()
                    .filter(field -> field.id().toString().equals(invalid.field()))
                    .findFirst()
                    .ifPresentOrElse(
                            field -> errors.show(List.of(field.fault(invalid.getMessage()))), () -> show(survey.id()));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}

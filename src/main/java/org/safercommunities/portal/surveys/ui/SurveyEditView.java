package org.safercommunities.portal.surveys.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.surveys.Answering;
import org.safercommunities.portal.surveys.InvalidSurvey;
import org.safercommunities.portal.surveys.Question;
import org.safercommunities.portal.surveys.SurveyPlan;
import org.safercommunities.portal.surveys.Surveys;
import org.safercommunities.portal.surveys.UnknownSurvey;

/** Plans a survey: its questions, when it opens by itself, when it closes. */
@Route("surveys/:survey/edit")
@PageTitle("Plan the survey")
@StyleSheet("surveys.css")
@RolesAllowed("EDITOR")
class SurveyEditView extends Div implements BeforeEnterObserver {

    private final Surveys surveys;
    private final Answering answering;
    private final CurrentReader currentReader;
    private final ErrorSummary errors = new ErrorSummary();
    private final TextField title = new TextField("Title");
    private final TextArea intro = new TextArea("Introduction");
    private final DateTimePicker opens = new DateTimePicker("Opens by itself");
    private final DateTimePicker closes = new DateTimePicker("Closes");
    private final Div list = new Div();
    private final List<QuestionEditor> editors = new ArrayList<>();

    SurveyEditView(Surveys surveys, Answering answering, CurrentReader currentReader) {
        this.surveys = surveys;
        this.answering = answering;
        this.currentReader = currentReader;
        title.setMaxLength(250);
        title.setWidthFull();
        intro.setMaxLength(2000);
        intro.setWidthFull();
        opens.setHelperText("Leave it empty to open the survey yourself.");
        list.addClassName("sc-question-list");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = IdInAddress.of(event, "survey").orElseThrow(NotFoundException::new);
        Surveys.Planned planned;
        try {
            planned = surveys.find(id, currentReader.get());
        } catch (UnknownSurvey unknown) {
            throw new NotFoundException();
        }
        removeAll();
        SurveyPlan plan = planned.plan();
        title.setValue(plan.title());
        intro.setValue(plan.intro());
        opens.setValue(local(plan.opensAt()));
        closes.setValue(local(plan.closesAt()));
        editors.clear();
        plan.questions().forEach(this::append);
        arrange();
        PageHeader header =
                new PageHeader("Plan the survey").lead("Asked of those who were there. Nobody sees who answered what.");
        String path = answering.open(id, currentReader.get()).path();
        add(path.isEmpty() ? header : header.crumb("The event", path));
        if (planned.answered() > 0) {
            add(Callout.warn(
                    "People have answered.",
                    "The questions stay as they are; title, introduction and times can change."));
        }
        add(errors, new FormColumn(title, intro, opens, closes), list, actions(id, planned));
    }

    private Component actions(UUID id, Surveys.Planned planned) {
        Buttons buttons = new Buttons(
                new PrimaryButton("Save", () -> save(id, false)),
                new SecondaryButton("Add a question", Icon.PLUS, () -> {
                    QuestionEditor added = append(QuestionEditor.Fresh.question());
                    arrange();
                    added.wordsField().focus();
                }));
        if (!planned.open() && !planned.closed()) {
            buttons.add(new SecondaryButton("Save and open now", () -> save(id, true)));
        }
        buttons.add(LinkButton.quiet("surveys/%s/results".formatted(id), "Results"));
        return buttons;
    }

    private QuestionEditor append(Question question) {
        QuestionEditor editor = new QuestionEditor(question, one -> move(one, -1), one -> move(one, 1), one -> {
            editors.remove(one);
            arrange();
        });
        editors.add(editor);
        return editor;
    }

    private void move(QuestionEditor editor, int by) {
        int to = editors.indexOf(editor) + by;
        if (to >= 0 && to < editors.size()) {
            editors.remove(editor);
            editors.add(to, editor);
            arrange();
        }
    }

    private void arrange() {
        list.removeAll();
        int number = 1;
        for (QuestionEditor editor : editors) {
            editor.number(number++, editors.size());
            list.add(editor);
        }
    }

    private void save(UUID id, boolean open) {
        try {
            surveys.change(
                    id,
                    new SurveyPlan(
                            title.getValue(),
                            intro.getValue(),
                            instant(opens),
                            instant(closes),
                            editors.stream().map(QuestionEditor::question).toList()),
                    currentReader.get());
            if (open) {
                surveys.open(id, currentReader.get());
            }
            errors.show(List.of());
            Notices.on(UI.getCurrent()).good(open ? "The survey is open." : "Saved.");
        } catch (InvalidSurvey invalid) {
            errors.show(List.of(new ErrorSummary.Fault(
                    invalid.getMessage(),
                    invalid.field().equals("questions") && !editors.isEmpty()
                            ? editors.getFirst().wordsField()
                            : title)));
        }
    }

    private static java.time.@Nullable LocalDateTime local(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(Dates.KENT).toLocalDateTime();
    }

    private static @Nullable Instant instant(DateTimePicker picker) {
        return picker.getValue() == null
                ? null
                : picker.getValue().atZone(Dates.KENT).toInstant();
    }
}

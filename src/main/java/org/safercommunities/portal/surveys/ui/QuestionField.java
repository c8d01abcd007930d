package org.safercommunities.portal.surveys.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Objects;
import java.util.UUID;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.surveys.Question;
import org.safercommunities.portal.surveys.QuestionKind;

/** The field that a question is answered in. */
final class QuestionField {

    private final Question question;
    private final Component field;

    private QuestionField(Question question, Component field) {
        this.question = question;
        this.field = field;
    }

    static QuestionField of(Question question) {
        if (question.kind() == QuestionKind.TEXT) {
            TextArea area = new TextArea(question.words());
            area.setMaxLength(4000);
            area.setWidthFull();
            area.setRequiredIndicatorVisible(question.required());
            area.setHelperText("Leave out names of people.");
            return new QuestionField(question, area);
        }
        RadioButtonGroup<String> choices = new RadioButtonGroup<>(question.words());
        choices.setItems(question.choices());
        choices.setRequiredIndicatorVisible(question.required());
        choices.setHelperText(question.required() ? "Needs an answer." : null);
        choices.addClassName("sc-survey-choices");
        return new QuestionField(question, choices);
    }

    UUID id() {
        return Objects.requireNonNull(question.id());
    }

    Component component() {
        return field;
    }

    String value() {
        Object value = field instanceof TextArea area ? area.getValue() : ((RadioButtonGroup<?>) field).getValue();
        return value == null ? "" : value.toString();
    }

    /** Marks it, and tells the summary. */
    ErrorSummary.Fault fault(String message) {
        HasValidation faulty = (HasValidation) field;
        faulty.setErrorMessage(message);
        faulty.setInvalid(true);
        return field instanceof Focusable<?> focusable
                ? new ErrorSummary.Fault(message, focusable)
                : ErrorSummary.Fault.atChoices(message, field);
    }

    void fine() {
        ((HasValidation) field).setInvalid(false);
    }
}

package org.safercommunities.portal.surveys.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.surveys.Question;
import org.safercommunities.portal.surveys.QuestionKind;

/** The fields of one question while a survey is planned. */
class QuestionEditor extends Div {

    private final @Nullable UUID id;
    private final H2 heading = new H2();
    private final TextField words = new TextField("Question");
    private final Select<QuestionKind> kind = new Select<>();
    private final TextArea choices = new TextArea("Answers to choose from, one on each line");
    private final Checkbox required = new Checkbox("Has to be answered");
    private final QuietButton up;
    private final QuietButton down;
    private final QuietButton out;

    /** @param moveUp,moveDown,remove what the buttons do with this question */
    QuestionEditor(
            Question question,
            Consumer<QuestionEditor> moveUp,
            Consumer<QuestionEditor> moveDown,
            Consumer<QuestionEditor> remove) {
        addClassNames("sc-sheet", "sc-question-editor");
        id = question.id();
        words.setMaxLength(500);
        words.setWidthFull();
        words.setValue(question.words().equals(Fresh.WORDS) ? "" : question.words());
        kind.setLabel("How it is answered");
        kind.setItems(QuestionKind.values());
        kind.setItemLabelGenerator(QuestionKind::inWords);
        kind.setValue(question.kind());
        kind.addValueChangeListener(event -> choices.setVisible(event.getValue() == QuestionKind.CHOICE));
        choices.setWidthFull();
        choices.setMaxLength(4000);
        choices.setVisible(question.kind() == QuestionKind.CHOICE);
        if (question.kind() == QuestionKind.CHOICE) {
            choices.setValue(String.join("\n", question.choices()));
        }
        required.setValue(question.required());
        up = QuietButton.icon(Icon.ARROW_UP, "Move up", () -> moveUp.accept(this));
        down = QuietButton.icon(Icon.ARROW_DOWN, "Move down", () -> moveDown.accept(this));
        out = QuietButton.icon(Icon.TRASH_2, "Take out", () -> remove.accept(this));
        Div buttons = new Div(up, down, out);
        buttons.addClassName("sc-question-buttons");
        Div top = new Div(heading, buttons);
        top.addClassName("sc-question-top");
        add(top, words, kind, choices, required);
    }

    /** What a new question begins with. */
    static final class Fresh {
        static final String WORDS = "New question";

        private Fresh() {}

        static Question question() {
            return new Question(null, QuestionKind.RATING, WORDS, List.of(), false);
        }
    }

    /** @param of how many there are */
    void number(int number, int of) {
        heading.setText("Question " + number);
        name(up, "Move question %d up".formatted(number));
        name(down, "Move question %d down".formatted(number));
        name(out, "Take question %d out".formatted(number));
        up.setEnabled(number > 1);
        down.setEnabled(number < of);
        out.setEnabled(of > 1);
    }

    private static void name(QuietButton button, String meaning) {
        button.setAriaLabel(meaning);
        button.setTooltipText(meaning);
    }

    TextField wordsField() {
        return words;
    }

    Question question() {
        return new Question(
                id,
                kind.getValue(),
                words.getValue(),
                List.of(choices.getValue().split("\n")),
                required.getValue());
    }
}

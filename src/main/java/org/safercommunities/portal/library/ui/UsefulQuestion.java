package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.use.InvalidUse;
import org.safercommunities.portal.library.use.Usefulness;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** “Was this useful?”: yes or no, and a word to the owner, who is told who wrote it. */
final class UsefulQuestion extends PageSection {

    private final SecondaryButton yes = new SecondaryButton("Yes, useful", () -> answer(true));
    private final SecondaryButton no = new SecondaryButton("No, not useful", () -> answer(false));
    private final TextArea comment = new TextArea("Anything its owner should know?");
    private final Div more = new Div();
    private final UUID document;
    private final Usefulness usefulness;
    private final CurrentReader reader;
    private Optional<Usefulness.Answer> own;

    UsefulQuestion(UUID document, Usefulness usefulness, CurrentReader reader) {
        super("Was this useful?");
        this.document = document;
        this.usefulness = usefulness;
        this.reader = reader;
        own = usefulness.own(document, reader.get());
        comment.setWidthFull();
        comment.setMaxLength(Usefulness.LONGEST);
        comment.setValueChangeMode(ValueChangeMode.ON_BLUR);
        comment.setHelperText(
                "Your name stands beside it. It is read by the document’s owner and by the editors who can see this document.");
        more.addClassName("sc-useful-more");
        more.add(
                comment,
                new Buttons(
                        new SecondaryButton("Send comment", Icon.SEND, this::send),
                        new QuietButton("Take my answer back", this::takeBack)));
        add(new Buttons(yes, no), new Paragraph("Only how many say so is counted. You can change your answer."), more);
        addClassName("sc-useful");
        show();
    }

    private void answer(boolean useful) {
        save(useful, own.map(Usefulness.Answer::comment).orElse(""), "Thank you. Your answer is counted.");
    }

    private void send() {
        if (comment.getValue().isBlank()) {
            comment.setErrorMessage("Write something first");
            comment.setInvalid(true);
            comment.focus();
            return;
        }
        save(own.map(Usefulness.Answer::useful).orElse(true), comment.getValue(), "Thank you. The owner is told.");
    }

    private void save(boolean useful, String words, String thanks) {
        try {
            comment.setInvalid(false);
            usefulness.answer(document, useful, words, reader.get());
            own = usefulness.own(document, reader.get());
            show();
            Notices.on(UI.getCurrent()).good(thanks);
        } catch (InvalidUse refused) {
            comment.setErrorMessage(refused.getMessage());
            comment.setInvalid(true);
        }
    }

    private void takeBack() {
        usefulness.takeBack(document, reader.get());
        own = Optional.empty();
        show();
        yes.focus();
        Notices.on(UI.getCurrent()).good("Your answer and what you wrote are deleted.");
    }

    private void show() {
        pressed(yes, own.filter(Usefulness.Answer::useful).isPresent());
        pressed(no, own.filter(answer -> !answer.useful()).isPresent());
        more.setVisible(own.isPresent());
        comment.setValue(own.map(Usefulness.Answer::comment).orElse(""));
    }

    private static void pressed(Button button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
        button.setClassName("sc-pressed", pressed);
        button.setIcon(pressed ? Icon.CHECK.create() : null);
    }
}

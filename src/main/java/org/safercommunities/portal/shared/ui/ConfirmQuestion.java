package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/**
 * A question before something that is hard to undo; Escape and the second answer leave everything as it is. A Dialog, for
 * ConfirmDialog brings a second page header and a toolbar as landmarks.
 */
public final class ConfirmQuestion {

    private ConfirmQuestion() {}

    /**
     * @param question for example “Publish 15 documents?”
     * @param consequence what will happen, in a sentence
     * @param yes the answer that acts, named for what it does, for example “Publish”
     */
    public static void ask(String question, String consequence, String yes, Runnable action) {
        Dialog dialog = new Dialog();
        PrimaryButton answer = new PrimaryButton(yes, () -> {
            dialog.close();
            action.run();
        });
        open(dialog, question, consequence, new Buttons(answer, back(dialog)));
        answer.focus();
    }

    /** The same for what destroys: the acting answer is red, and focus starts on the other. */
    public static void askDanger(String question, String consequence, String yes, Runnable action) {
        Dialog dialog = new Dialog();
        DangerButton answer = new DangerButton(yes, () -> {
            dialog.close();
            action.run();
        });
        SecondaryButton back = back(dialog);
        open(dialog, question, consequence, new Buttons(answer.filled(), back));
        back.focus();
    }

    private static SecondaryButton back(Dialog dialog) {
        return new SecondaryButton("Go back", dialog::close);
    }

    private static void open(Dialog dialog, String question, String consequence, Buttons answers) {
        Div content = new Div(new H2(question), new Paragraph(consequence), answers);
        content.addClassName("sc-question");
        dialog.add(content);
        dialog.setOverlayRole("alertdialog");
        dialog.getElement().setAttribute("aria-label", question);
        dialog.setCloseOnOutsideClick(false);
        dialog.open();
    }
}

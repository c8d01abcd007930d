package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** A question before something that is hard to undo. The first answer does it, the other leaves everything as it is. */
public final class ConfirmQuestion {

    private ConfirmQuestion() {}

    /**
     * @param question for example “Publish 15 documents?”
     * @param consequence what will happen, in a sentence
     * @param yes the answer that acts, named for what it does, for example “Publish”
     */
    public static void ask(String question, String consequence, String yes, Runnable action) {
        dialog(question, consequence, new PrimaryButton(yes, () -> {}), action).open();
    }

    /** The same for what destroys: the acting answer is red, and focus starts on the other. */
    public static void askDanger(String question, String consequence, String yes, Runnable action) {
        dialog(question, consequence, new DangerButton(yes, () -> {}).filled(), action)
                .open();
    }

    private static ConfirmDialog dialog(String question, String consequence, Button yes, Runnable action) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(question);
        dialog.setText(consequence);
        dialog.setCancelable(true);
        dialog.setCancelText("Go back");
        dialog.setConfirmButton(yes);
        dialog.addConfirmListener(event -> action.run());
        return dialog;
    }
}

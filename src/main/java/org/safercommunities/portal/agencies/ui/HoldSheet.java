package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.function.Consumer;
import org.safercommunities.portal.agencies.PersonHolds.Hold;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.ReasonDialog;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** Whether somebody’s data may be erased when its time is over. */
class HoldSheet extends Sheet {

    HoldSheet(Optional<Hold> hold, Consumer<Hold> begin, Runnable lift) {
        add(new H2("Their data"));
        hold.ifPresentOrElse(
                now -> add(
                        new Paragraph("Held"
                                + (now.until() == null ? "" : " until " + Dates.brief(now.until()))
                                + ": their account and what belongs to it is not erased. " + now.reason()),
                        new Buttons(new SecondaryButton("End the hold", lift))),
                () -> add(
                        new Paragraph("Erased by the rules of privacy some time after they have left."),
                        new Buttons(new SecondaryButton("Hold their data", () -> ask(begin)))));
    }

    private static void ask(Consumer<Hold> begin) {
        new ReasonDialog(
                        "Why is their data held?",
                        "For administrators alone: which court, inquiry or claim needs it",
                        500,
                        "Hold it",
                        reason -> begin.accept(new Hold(reason, null)))
                .consequence(
                        "Nothing of theirs is erased until you end it: account, sessions, mails, notices, requests, and files that they never finished or offered in vain. Only what counts readers without names goes by its rules.")
                .open();
    }
}

package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Moves;
import org.safercommunities.portal.agencies.Moves.Move;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.ReasonDialog;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** People of whom another agency says that they are coming here. Nothing when there are none. */
class ArrivingPeople extends Div {

    private final Moves moves;
    private final CurrentReader reader;
    private final EntryForm entry = new EntryForm(this);
    private final Runnable after;

    /** @param after called when one was answered */
    ArrivingPeople(Moves moves, CurrentReader reader, Runnable after) {
        this.moves = moves;
        this.reader = reader;
        this.after = after;
        show();
    }

    private void show() {
        removeAll();
        List<Move> arriving = moves.arriving(reader.get().agencyId(), reader.get());
        if (!arriving.isEmpty()) {
            Rows rows = new Rows();
            arriving.forEach(move -> rows.add(row(move)));
            PageSection section = new PageSection("Moving to you");
            section.add(rows);
            add(section);
        }
    }

    private Row row(Move move) {
        PrimaryButton accept = new PrimaryButton("Say yes", () -> accept(move));
        accept.setAriaLabel("Say yes: %s works with you".formatted(move.name()));
        QuietButton decline = new QuietButton("Say no", () -> decline(move));
        decline.setAriaLabel("Say no: %s does not work with you".formatted(move.name()));
        Row row = Row.titled(move.name())
                .icon(Icon.USER_PLUS)
                .facts(move.email(), "From " + move.fromName(), "Since " + Dates.brief(move.askedAt()));
        if (!move.note().isEmpty()) {
            row.detail(new Span("“%s”".formatted(move.note())));
        }
        return row.lowAction(accept, decline);
    }

    private void accept(Move move) {
        ConfirmQuestion.ask(
                "Does %s work with you now?".formatted(move.name()),
                "From then on they see what is shared with %s, and no longer what is shared with %s."
                        .formatted(move.toName(), move.fromName()),
                "Say yes",
                () -> {
                    if (entry.attempt(
                            move.name() + " is your colleague now.", () -> moves.accept(move.person(), reader.get()))) {
                        answered();
                    }
                });
    }

    private void decline(Move move) {
        new ReasonDialog(
                        "%s does not work with you?".formatted(move.name()),
                        "The coordinators of %s read it.".formatted(move.fromName()),
                        300,
                        "Say no",
                        reason -> {
                            moves.decline(move.person(), reason, reader.get());
                            answered();
                        })
                .consequence("They stay with %s, whose coordinators are told.".formatted(move.fromName()))
                .open();
    }

    private void answered() {
        show();
        after.run();
    }
}

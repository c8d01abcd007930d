package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import org.safercommunities.portal.agencies.AgencyEndings;
import org.safercommunities.portal.agencies.AgencyEndings.Ending;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.ReasonDialog;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** That an agency is to end, for the second administrator to answer; whoever asked sees who could, and may take it back. */
class EndingSheet extends Div {

    private final AgencyEndings endings;
    private final CurrentReader reader;
    private final Ending ending;
    private final Runnable answered;
    private final EntryForm entry = new EntryForm(this);

    EndingSheet(
            AgencyEndings endings, CurrentReader reader, Ending ending, Map<String, String> names, Runnable answered) {
        this.endings = endings;
        this.reader = reader;
        this.ending = ending;
        this.answered = answered;
        String into = ending.into();
        String act = into == null ? "end this agency" : "make this agency part of " + names.get(into);
        Paragraph what = new Paragraph(
                "%s asked on %s to %s.".formatted(ending.askedByName(), Dates.brief(ending.askedAt()), act));
        Paragraph why = new Paragraph("“%s”".formatted(ending.reason()));
        boolean own = ending.askedBy().equals(reader.get().personId());
        add(
                own
                        ? Sheet.titled("Waits for a second person", what, why, new Paragraph(whoCould()), takeBack())
                        : Sheet.titled("Waits for a second person", what, why, until(), agree(), decline()));
    }

    private String whoCould() {
        List<String> others = endings.couldAgree(ending.askedBy(), reader.get());
        return others.isEmpty()
                ? "Nobody else administers the portal now. Make a second person an administrator, so that they can agree."
                : "These can agree until %s: %s.".formatted(Dates.brief(ending.until()), String.join(", ", others));
    }

    private Paragraph until() {
        return new Paragraph(
                "Nothing changes until you agree. It lapses on %s.".formatted(Dates.brief(ending.until())));
    }

    private DangerButton agree() {
        return new DangerButton(
                ending.into() == null ? "Agree and end it" : "Agree and merge",
                () -> after("Done.", () -> endings.agree(ending.agency(), ending.id(), reader.get())));
    }

    private SecondaryButton decline() {
        return new SecondaryButton(
                "Say no",
                () -> new ReasonDialog(
                                "Say no?",
                                "The reason is kept in the history of the agency.",
                                300,
                                "Say no",
                                reason -> after(
                                        "The agency stays as it is.",
                                        () -> endings.decline(ending.agency(), ending.id(), reason, reader.get())))
                        .open());
    }

    private SecondaryButton takeBack() {
        return new SecondaryButton(
                "Take it back",
                () -> after(
                        "You have taken it back.", () -> endings.takeBack(ending.agency(), ending.id(), reader.get())));
    }

    private void after(String done, Runnable action) {
        if (entry.attempt(done, action)) {
            answered.run();
        }
    }
}

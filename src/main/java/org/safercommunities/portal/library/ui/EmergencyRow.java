package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.emergency.Emergency;
import org.safercommunities.portal.library.emergency.EmergencyAccess;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.ReasonDialog;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.StateChip;

/** One document that was opened in an emergency: by whom, why, what they did, and what another administrator said. */
final class EmergencyRow {

    private EmergencyRow() {}

    static Row of(Emergency emergency, EmergencyAccess emergencies, Reader reader, Instant now, Runnable after) {
        boolean own = emergency.person().equals(reader.personId());
        Row row = Row.titled(own ? "You" : emergency.name())
                .icon(emergency.lasts(now) ? Icon.LOCK_OPEN : Icon.LOCK)
                .facts(
                        "Opened " + Dates.moment(emergency.openedAt()),
                        (emergency.lasts(now) ? "Until " : "Ended ") + Dates.moment(emergency.end()),
                        done(emergencies.done(emergency, reader)))
                .detail(new Span("“%s”".formatted(emergency.reason())));
        Boolean right = emergency.right();
        if (right != null) {
            row.chips(right ? StateChip.good("It was right") : StateChip.bad("It was not right"));
            row.detail(new Span("“%s”".formatted(emergency.review())));
        }
        List<com.vaadin.flow.component.Component> actions = new ArrayList<>();
        if (emergency.lasts(now)) {
            if (own) {
                actions.add(LinkButton.secondary("library/" + emergency.document(), "Read it"));
            }
            QuietButton end = new QuietButton("End", () -> end(emergency, emergencies, reader, after));
            end.setAriaLabel("End the emergency access of " + (own ? "yourself" : emergency.name()));
            actions.add(end);
        } else if (!own && right == null) {
            actions.add(new SecondaryButton("It was right", () -> review(emergency, true, emergencies, reader, after)));
            actions.add(new QuietButton("It was not", () -> review(emergency, false, emergencies, reader, after)));
        }
        return actions.isEmpty() ? row : row.lowAction(actions.toArray(com.vaadin.flow.component.Component[]::new));
    }

    /** How often they looked and took it out. */
    private static String done(List<AuditLine> lines) {
        long taken = lines.stream()
                .filter(line -> line.action().equals(EmergencyAccess.TAKEN))
                .count();
        boolean read = lines.stream().anyMatch(line -> line.action().equals(EmergencyAccess.READ));
        return taken > 0
                ? "Read, and downloaded %s".formatted(taken == 1 ? "once" : taken + " times")
                : read ? "Read, not downloaded" : "Not read";
    }

    private static void end(Emergency emergency, EmergencyAccess emergencies, Reader reader, Runnable after) {
        ConfirmQuestion.ask(
                "End this emergency access?", "From now on the document is closed to them again.", "End it", () -> {
                    emergencies.end(emergency.id(), reader);
                    after.run();
                });
    }

    private static void review(
            Emergency emergency, boolean right, EmergencyAccess emergencies, Reader reader, Runnable after) {
        new ReasonDialog(
                        right ? "It was right to open it?" : "It was not right to open it?",
                        "What you found. Every administrator reads it, and it stays in the audit trail.",
                        EmergencyAccess.LONGEST_REASON,
                        "Save",
                        words -> {
                            try {
                                emergencies.review(emergency.id(), right, words, reader);
                            } catch (InvalidDocument late) {
                                if (late.field().equals("words")) {
                                    throw late;
                                }
                                Notices.on(UI.getCurrent()).bad(late.getMessage() + ".");
                            }
                            after.run();
                        })
                .open();
    }
}

package org.safercommunities.portal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.function.Function;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.audit.AuditVerdict;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to a question, which its button asks. Reads the whole trail on request, which takes a while, and says whether every line is as it was written. */
class TrailCheck extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(TrailCheck.class);

    private final CurrentReader reader;
    private final Function<Reader, AuditVerdict> verdicts;
    private final SecondaryButton check =
            new SecondaryButton("Check that the trail is whole", Icon.SHIELD_CHECK, this::start);
    private final Div answer = new Div();

    TrailCheck(CurrentReader reader, Function<Reader, AuditVerdict> verdicts) {
        this.reader = reader;
        this.verdicts = verdicts;
        addClassName("sc-trail-check");
        answer.getElement().setAttribute("role", "status");
        check.setDisableOnClick(true);
        add(answer);
    }

    SecondaryButton button() {
        return check;
    }

    private void start() {
        UI page = UI.getCurrent();
        // Who asks is known here, and not in the thread that reads
        Reader by = reader.get();
        answer.removeAll();
        answer.add(Callout.info("Checking.", "You can go on reading meanwhile."));
        Thread.startVirtualThread(() -> {
            Callout outcome = outcome(by);
            page.access(() -> {
                answer.removeAll();
                answer.add(outcome);
                check.setEnabled(true);
            });
        });
    }

    private Callout outcome(Reader by) {
        try {
            AuditVerdict verdict = verdicts.apply(by);
            return verdict.first()
                    .map(
                            found -> Callout.bad(
                                    found.words(),
                                    "Somebody changed, removed or added lines beside the portal. Keep a copy of the database as it is now and report it as an incident."))
                    .orElseGet(() -> Callout.good("The trail is whole.", inWords(verdict)));
        } catch (RuntimeException unavailable) {
            LOG.warn("The audit trail could not be checked", unavailable);
            return Callout.bad("The check did not finish.", "Try again in a minute.");
        }
    }

    private static String inWords(AuditVerdict verdict) {
        String heads = switch ((int) Math.min(verdict.heads(), 2)) {
            case 0 -> "";
            case 1 -> ", and fit the seal that was kept outside";
            default -> ", and fit the %,d seals that were kept outside".formatted(verdict.heads());
        };
        String rest = switch ((int) Math.min(verdict.unsealed(), 2)) {
            case 0 -> "None waits for its seal.";
            case 1 -> "The newest line is sealed within a minute.";
            default -> "The newest %,d are sealed within a minute.".formatted(verdict.unsealed());
        };
        return "%,d sealed lines are as they were written%s. %s".formatted(verdict.sealed(), heads, rest);
    }
}

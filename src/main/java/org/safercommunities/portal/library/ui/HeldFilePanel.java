package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.storage.FileScan;
import org.safercommunities.portal.storage.ScanState;

/** Stands in the place of a file that the virus scanner has not passed; looks again by itself while it waits. */
class HeldFilePanel extends Div {

    private static final int LOOKS_EVERY_MILLIS = 2000;

    private final UUID document;
    private final VersionSummary version;
    private final HeldFileServices services;

    /** @param addedBy who put it in, for editors; null for others, who decide nothing here */
    HeldFilePanel(
            UUID document,
            VersionSummary version,
            @org.jspecify.annotations.Nullable String addedBy,
            HeldFileServices services) {
        this.document = document;
        this.version = version;
        this.services = services;
        FileScan scan = version.scan();
        EmptyState state = new EmptyState(icon(scan.state()), heading(scan.state()), sentence(scan));
        addClassNames("sc-preview", "sc-preview-none");
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Virus scanner");
        if (addedBy != null && scan.state().isRefused()) {
            state.lead(new com.vaadin.flow.component.Text(found(scan) + " Put in by " + addedBy + "."));
            state.lead(new com.vaadin.flow.component.Text(advice(scan.state())));
            if (scan.state() != ScanState.DELETED) {
                state.actions(actions());
            }
        }
        add(state);
    }

    private Icon icon(ScanState state) {
        return state == ScanState.WAITING ? Icon.HOURGLASS : Icon.SHIELD_ALERT;
    }

    private String heading(ScanState state) {
        return switch (state) {
            case WAITING -> isLate() ? "Waiting for the virus scanner" : "Being checked for viruses";
            case DELETED -> "This file was deleted";
            default -> "Held back by the virus scanner";
        };
    }

    private boolean isLate() {
        return HeldWords.isLate(services.scans().waiting());
    }

    private String sentence(FileScan scan) {
        return switch (scan.state()) {
            case WAITING ->
                isLate()
                        ? "The scanner does not answer just now. The file is kept, and comes out when it has been checked; this page shows it then."
                        : "This takes a moment. The file comes out when it has been checked; this page shows it then.";
            case INFECTED -> "The virus scanner found something in this file. Nobody gets it.";
            case TOO_LARGE -> "This file is larger than the virus scanner takes, so nobody gets it.";
            default -> "The virus scanner had found something in it.";
        };
    }

    private static String found(FileScan scan) {
        String finding = Objects.requireNonNullElse(scan.finding(), "something");
        return scan.state() == ScanState.TOO_LARGE
                ? "The scanner takes at most %s.".formatted(finding)
                : "Found: %s.".formatted(finding);
    }

    private static String advice(ScanState state) {
        return switch (state) {
            case TOO_LARGE ->
                "An administrator can raise StreamMaxLength of the scanner and PORTAL_CLAMD_LARGEST of the portal; then have it scanned again.";
            case INFECTED ->
                "Tell whoever put it in: their device may be infected. Go back to an earlier version, or put a clean file in.";
            default -> "Put a clean file in, or remove the document.";
        };
    }

    private Component[] actions() {
        List<Component> actions = new ArrayList<>();
        actions.add(new SecondaryButton("Scan it again", Icon.REFRESH_CW, () -> {
            services.files()
                    .scanAgain(document, version.number(), services.reader().get());
            services.reload(document, "The virus scanner looks at it again.");
        }));
        actions.add(new SecondaryButton("Release it …", Icon.LOCK_OPEN, this::askWhy));
        actions.add(new DangerButton("Delete it for good", this::askToDelete));
        return actions.toArray(Component[]::new);
    }

    private void askWhy() {
        TextArea reason = new TextArea("Why it is safe");
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText("Who released it, and why, stays in the audit trail.");
        new EntryDialog("Release this file?", () -> {
                    String why = reason.getValue().strip();
                    if (why.isEmpty()) {
                        throw new InvalidDocument("reason", "Say why it is safe");
                    }
                    askOnceMore(why);
                })
                .saying("Go on")
                .field("reason", reason)
                .open();
    }

    private void askOnceMore(String why) {
        ConfirmQuestion.askDanger(
                "Give it to its readers all the same?",
                "%s If that is true, whoever opens the file may harm their agency. Release it only when somebody who knows about such things has looked at it."
                        .formatted(found(version.scan())),
                "Release it",
                () -> {
                    services.files()
                            .release(
                                    document,
                                    version.number(),
                                    why,
                                    services.reader().get());
                    services.reload(document, "Released. Its readers get it from now on.");
                });
    }

    private void askToDelete() {
        ConfirmQuestion.askDanger(
                "Delete this file for good?",
                "Its bytes are deleted within a few days and cannot be brought back; nobody gets them meanwhile. That there was such a version stays.",
                "Delete it for good",
                () -> {
                    services.files()
                            .delete(
                                    document,
                                    version.number(),
                                    services.reader().get());
                    services.reload(document, "The file is deleted for good.");
                });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (version.scan().state() != ScanState.WAITING) {
            return;
        }
        UI ui = event.getUI();
        boolean late = isLate();
        Registration looking = ui.addPollListener(poll -> {
            if (late != isLate() || !services.scan(document, version.number()).equals(version.scan())) {
                ui.refreshCurrentRoute(false);
            }
        });
        ui.setPollInterval(LOOKS_EVERY_MILLIS);
        addDetachListener(detach -> {
            looking.remove();
            detach.unregisterListener();
            detach.getUI().setPollInterval(-1);
        });
    }
}

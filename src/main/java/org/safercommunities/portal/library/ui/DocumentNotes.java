package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.ArrayList;
import java.util.List;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.library.Withdrawal;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Callout;

/** What to know before reading a document. */
final class DocumentNotes {

    private DocumentNotes() {}

    static List<Component> of(DocumentDetails document, VersionSummary open, boolean editor) {
        List<Component> notes = new ArrayList<>();
        int current = document.current().number();
        if (open.number() != current) {
            notes.add(Callout.warn(
                            "This is version %d of %d.".formatted(open.number(), current),
                            "It was replaced on %s.".formatted(Dates.full(replacedAt(document, open))))
                    .more(new Anchor(DocumentAddress.page(document.id()), "See the current version")));
        }
        Withdrawal withdrawal = document.withdrawal();
        if (withdrawal != null) {
            notes.add(Callout.warn(
                    "Withdrawn on %s.".formatted(Dates.full(withdrawal.at())),
                    "Only editors see what it held. Its readers are told: " + withdrawal.reason()));
        }
        if (editor) {
            higherMarking(document, open, notes);
        }
        return notes;
    }

    private static java.time.Instant replacedAt(DocumentDetails document, VersionSummary open) {
        return document.versions().stream()
                .filter(version -> version.number() == open.number() + 1)
                .findFirst()
                .orElse(document.current())
                .addedAt();
    }

    private static void higherMarking(DocumentDetails document, VersionSummary open, List<Component> notes) {
        String marking = document.description().marking().label();
        open.higherMarkings().stream()
                .filter(found -> !found.equals(marking))
                .findFirst()
                .ifPresent(found -> notes.add(Callout.warn(
                        "Check the marking.",
                        "The file has words that look like %s. Only OFFICIAL and OFFICIAL-SENSITIVE belong here."
                                .formatted(found))));
    }
}

package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.library.contributions.ContributionDetails;
import org.safercommunities.portal.library.contributions.ContributionState;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.LinkButton;

/** What to know before deciding on an offered document, or what became of it. */
final class ContributionNotes {

    private ContributionNotes() {}

    static List<Callout> of(ContributionServices services, ContributionDetails offer) {
        List<Callout> notes = new ArrayList<>();
        became(services, offer, notes);
        var goneAt = offer.fileGoneAt();
        if (goneAt != null) {
            notes.add(Callout.warn(
                    "Its file is not kept any more.",
                    "It was deleted on %s, because nothing had been done with it for long."
                            .formatted(Dates.full(goneAt))));
        }
        if (offer.state() != ContributionState.PUBLISHED) {
            marking(offer, notes);
            if (services.reader().is(Role.EDITOR) && offer.file() != null) {
                duplicates(services, offer, notes);
            }
        }
        return notes;
    }

    private static void became(ContributionServices services, ContributionDetails offer, List<Callout> notes) {
        if (offer.state() == ContributionState.DECLINED) {
            notes.add(Callout.bad("The team does not take it.", String.valueOf(offer.reason())));
        }
        UUID document = offer.document();
        if (offer.state() == ContributionState.PUBLISHED && document != null) {
            // Whoever offered something for others may not be among them
            boolean theirs =
                    services.documents().find(document, services.reader()).isPresent();
            Callout callout = Callout.good(
                    "It is in the library.",
                    theirs
                            ? "The team may have edited what is said of it."
                            : "You are not among those who can see it there now.");
            if (theirs) {
                callout.more(LinkButton.secondary(DocumentAddress.page(document), "See it in the library"));
            }
            notes.add(callout);
        }
        UUID older = offer.versionOf();
        if (older != null && offer.state() != ContributionState.PUBLISHED) {
            services.documents()
                    .find(older, services.reader())
                    .ifPresent(there -> notes.add(Callout.info(
                                    "It is a newer version of a document.",
                                    "Version %d is the current one."
                                            .formatted(there.current().number()))
                            .more(new Anchor(
                                    DocumentAddress.page(older),
                                    "See “%s”".formatted(there.description().title())))));
        }
    }

    private static void marking(ContributionDetails offer, List<Callout> notes) {
        VersionSummary file = offer.file();
        String said = offer.content().marking().label();
        if (file != null) {
            file.higherMarkings().stream()
                    .filter(found -> !found.equals(said))
                    .findFirst()
                    .ifPresent(found -> notes.add(Callout.warn(
                            "Check the marking.",
                            "The file has words that look like %s. Only OFFICIAL and OFFICIAL-SENSITIVE belong here."
                                    .formatted(found))));
        }
    }

    private static void duplicates(ContributionServices services, ContributionDetails offer, List<Callout> notes) {
        List<DocumentCard> same = services.desk().sameBytes(offer.id(), services.reader());
        if (!same.isEmpty()) {
            DocumentCard first = same.getFirst();
            notes.add(Callout.warn("The same file is in the library already.", "")
                    .more(new Anchor(DocumentAddress.page(first.id()), "See “%s”".formatted(first.title()))));
        }
    }
}

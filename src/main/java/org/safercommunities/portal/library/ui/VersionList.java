package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Timeline;

/** What a document was before, newest first, each still there to download. */
final class VersionList {

    private VersionList() {}

    static Timeline of(DocumentDetails document, DocumentPeople people) {
        Map<UUID, String> names = people.names(
                document.versions().stream().map(VersionSummary::addedBy).collect(Collectors.toSet()));
        Timeline timeline = new Timeline();
        for (VersionSummary version : document.versions()) {
            String words = "%s, %s.%s"
                    .formatted(
                            Dates.brief(version.addedAt()),
                            names.getOrDefault(version.addedBy(), "the portal"),
                            version.note().isBlank() ? "" : " " + version.note());
            String title = "Version " + version.number();
            if (version.number() == document.current().number()) {
                timeline.current(title, words);
            } else {
                Anchor download = new Anchor(
                        DocumentAddress.download(document.id(), version.number()),
                        "Download version %d, %s".formatted(version.number(), FileSize.of(version.size())));
                LinkButton.fetched(download);
                timeline.past(title, words, download);
            }
        }
        return timeline;
    }
}

package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Timeline;

/** What a document was before, newest first, each still there to look at and to download. */
final class VersionList {

    private VersionList() {}

    /** @param restore goes back to a version; null when this person may not */
    static Timeline of(DocumentDetails document, int open, DocumentPeople people, @Nullable IntConsumer restore) {
        Map<UUID, String> names = people.names(
                document.versions().stream().map(VersionSummary::addedBy).collect(Collectors.toSet()));
        Timeline timeline = new Timeline();
        for (VersionSummary version : document.versions()) {
            String words = "%s, %s.%s"
                    .formatted(
                            Dates.brief(version.addedAt()),
                            names.getOrDefault(version.addedBy(), "the portal"),
                            version.note().isBlank() ? "" : " " + version.note());
            int number = version.number();
            boolean current = number == document.current().number();
            String title = "Version %d%s%s"
                    .formatted(
                            number,
                            number == open && !current ? ", open here" : "",
                            version.scan().held() ? ", held back by the virus scanner" : "");
            Component[] ways = ways(document, version, number == open, current, restore);
            if (current) {
                timeline.current(title, words, ways);
            } else {
                timeline.past(title, words, ways);
            }
        }
        return timeline;
    }

    private static Component[] ways(
            DocumentDetails document,
            VersionSummary version,
            boolean open,
            boolean current,
            @Nullable IntConsumer restore) {
        int number = version.number();
        List<Component> ways = new ArrayList<>();
        if (!open) {
            ways.add(LinkButton.quiet(
                    current ? DocumentAddress.page(document.id()) : DocumentAddress.page(document.id(), number),
                    "Look at version " + number));
        }
        if ((!current || !open) && !version.scan().held()) {
            Anchor download = LinkButton.quiet(
                    DocumentAddress.download(document.id(), number),
                    "Download version %d, %s".formatted(number, FileSize.of(version.size())));
            if (document.description().marking() == Marking.OFFICIAL_SENSITIVE) {
                // The browser would keep the page that asks for a confirmation as the file
                download.setRouterIgnore(true);
            } else {
                LinkButton.fetched(download);
            }
            ways.add(download);
        }
        if (!current && restore != null && !version.scan().state().isRefused()) {
            ways.add(new QuietButton("Go back to version " + number, () -> restore.accept(number)));
        }
        if (ways.isEmpty()) {
            return new Component[0];
        }
        Buttons buttons = new Buttons(ways.toArray(Component[]::new));
        buttons.addClassName("sc-version-ways");
        return new Component[] {buttons};
    }
}

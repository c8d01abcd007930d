package org.safercommunities.portal.bulletins;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.safercommunities.portal.bulletins.drawing.BulletinDrawing;
import org.safercommunities.portal.search.SearchEntry;
import org.safercommunities.portal.search.SearchIndex;
import org.safercommunities.portal.shared.Dates;
import org.springframework.stereotype.Component;

/**
 * Says to search what of a bulletin that is out can be found, and by whom: by its audience. What is said about documents and
 * events is not among it, for not everybody in the audience may see those.
 */
@Component
class BulletinSearchEntries {

    static final String SOURCE = "bulletins";

    private final SearchIndex index;
    private final BulletinDrawing drawing;

    BulletinSearchEntries(SearchIndex index, BulletinDrawing drawing) {
        this.index = index;
        this.drawing = drawing;
    }

    void put(Bulletin bulletin, Instant sentAt) {
        index.put(new SearchEntry(
                SOURCE,
                bulletin.id(),
                bulletin.title(),
                bulletin.subject(),
                bulletin.blocks().list().stream()
                        .map(this::words)
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining("\n")),
                bulletin.kind().word(),
                bulletin.audience().topics(),
                null,
                sentAt.atZone(Dates.KENT).toLocalDate(),
                "bulletins/" + bulletin.id(),
                bulletin.plan().locks(),
                Map.of(SearchEntry.PUBLISHED, sentAt.toString())));
    }

    private String words(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.text();
            case Block.Text text -> drawing.words(text.markdown()) + " " + text.credit();
            case Block.Image image -> image.alt();
            case Block.Link link -> link.label() + " " + link.words();
            case Block.Quote quote -> quote.text() + " " + quote.by();
            case Block.Button button -> button.label();
            case Block.SaveTheDate date -> date.title() + " " + date.place();
            case Block.Document _, Block.Event _, Block.Divider _, Block.Contents _ -> "";
        };
    }
}

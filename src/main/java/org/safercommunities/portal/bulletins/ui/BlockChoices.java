package org.safercommunities.portal.bulletins.ui;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.bulletins.BulletinPicture;
import org.safercommunities.portal.bulletins.BulletinPictures;
import org.safercommunities.portal.bulletins.ui.ThingChoice.Thing;
import org.safercommunities.portal.events.EventCard;
import org.safercommunities.portal.events.EventFilter;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchHit;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.shared.Dates;
import org.springframework.stereotype.Component;

/** What can be taken into a block: documents, events and pictures that the editor may see. */
@Component
class BlockChoices {

    private static final String DOCUMENTS = "documents";
    private static final int EVENTS_LOOKED_AT = 200;

    private final Search search;
    private final Documents documents;
    private final Events events;
    private final BulletinPictures pictures;
    private final CurrentReader reader;
    private final Clock clock;

    BlockChoices(
            Search search,
            Documents documents,
            Events events,
            BulletinPictures pictures,
            CurrentReader reader,
            Clock clock) {
        this.search = search;
        this.documents = documents;
        this.events = events;
        this.pictures = pictures;
        this.reader = reader;
        this.clock = clock;
    }

    ThingChoice documents(@Nullable UUID chosen) {
        return new ThingChoice("Document", chosen, this::document, this::findDocuments);
    }

    ThingChoice events(@Nullable UUID chosen) {
        return new ThingChoice("Event", chosen, this::event, this::findEvents);
    }

    PictureFields.Source pictures() {
        return new PictureFields.Source() {

            @Override
            public BulletinPicture keep(InputStream content, String fileName) throws IOException {
                return pictures.keep(content, fileName, reader.get());
            }

            @Override
            public Optional<BulletinPicture> find(UUID picture) {
                return pictures.find(picture);
            }

            @Override
            public String address(UUID picture) {
                return "public/bulletins/pictures/" + picture;
            }
        };
    }

    Optional<Thing> document(UUID id) {
        return documents
                .find(id, reader.get())
                .filter(document -> document.isOut(Instant.now()))
                .map(document -> new Thing(id, document.description().title(), ""));
    }

    Optional<Thing> event(UUID id) {
        return events.find(id, reader.get())
                .map(event ->
                        new Thing(id, event.title(), Dates.brief(event.rules().startsAt())));
    }

    private Stream<Thing> findDocuments(String typed, int offset, int limit) {
        SearchQuery query = SearchQuery.of(typed)
                .with(Facet.SOURCE, DOCUMENTS)
                .stillTyping()
                .page(offset / Math.max(1, limit), limit);
        return search.search(query, reader.get()).hits().stream().map(BlockChoices::found);
    }

    private static Thing found(SearchHit hit) {
        return new Thing(hit.id(), hit.titleText(), Dates.brief(hit.date()));
    }

    private Stream<Thing> findEvents(String typed, int offset, int limit) {
        String words = typed.toLowerCase(java.util.Locale.UK);
        return events.list(EventFilter.upcoming(clock.instant()), 0, EVENTS_LOOKED_AT, reader.get()).stream()
                .filter(event -> event.state() == EventState.PUBLISHED)
                .filter(event -> event.title().toLowerCase(java.util.Locale.UK).contains(words))
                .skip(offset)
                .limit(limit)
                .map(BlockChoices::found);
    }

    private static Thing found(EventCard event) {
        return new Thing(event.id(), event.title(), Dates.brief(event.start()));
    }
}

package org.safercommunities.portal.bulletins.drawing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.events.EventCard;
import org.safercommunities.portal.events.EventGlance;
import org.safercommunities.portal.events.EventGlances;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.PoolFigures;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.storage.MediaTypes;
import org.springframework.stereotype.Service;

/** Asks the library and the events about everything that a bulletin names, at once: four statements, however many blocks. */
@Service
public class PortalFacts {

    private final Documents documents;
    private final Topics topics;
    private final MediaTypes mediaTypes;
    private final EventGlances events;
    private final BulletinDrawing drawing;
    private final Clock clock;

    PortalFacts(
            Documents documents,
            Topics topics,
            MediaTypes mediaTypes,
            EventGlances events,
            BulletinDrawing drawing,
            Clock clock) {
        this.documents = documents;
        this.topics = topics;
        this.mediaTypes = mediaTypes;
        this.events = events;
        this.drawing = drawing;
        this.clock = clock;
    }

    /**
     * What this reader may know of the documents and events that stand in the blocks or that their links lead to.
     *
     * @param pictures of the bulletin, by their ids
     */
    public BlockFacts of(Blocks blocks, Reader reader, Map<UUID, PictureFacts> pictures) {
        return of(List.of(blocks), reader, pictures);
    }

    /** The same for several bulletins, with no statement more. */
    public BlockFacts of(List<Blocks> bulletins, Reader reader, Map<UUID, PictureFacts> pictures) {
        PortalLinks links = PortalLinks.none();
        for (Blocks blocks : bulletins) {
            PortalLinks.in(blocks, drawing.portal()).into(links);
            links.documents().addAll(blocks.documents());
            links.events().addAll(blocks.events());
        }
        Map<UUID, DocumentFacts> known = new HashMap<>();
        if (!links.documents().isEmpty()) {
            Map<String, String> kinds =
                    topics.kinds().stream().collect(Collectors.toMap(Topics.Kind::slug, Topics.Kind::name));
            documents.cards(links.documents(), reader).forEach(card -> known.put(card.id(), document(card, kinds)));
        }
        Instant now = clock.instant();
        return new BlockFacts(
                known,
                events.of(links.events(), reader).stream()
                        .collect(Collectors.toMap(glance -> glance.card().id(), glance -> event(glance, now))),
                pictures);
    }

    private DocumentFacts document(DocumentCard card, Map<String, String> kinds) {
        String format = mediaTypes.friendlyName(card.mediaType());
        Integer pages = card.pages();
        List<String> about = new ArrayList<>(List.of(kinds.getOrDefault(card.kind(), card.kind()), format));
        if (pages != null && pages > 1 && !format.equals("Excel") && !format.equals("PowerPoint")) {
            about.add(pages + " pages");
        }
        return new DocumentFacts(
                card.title(),
                "/library/" + card.id(),
                String.join(", ", about),
                card.marking() == Marking.OFFICIAL_SENSITIVE,
                card.out());
    }

    private static EventFacts event(EventGlance glance, Instant now) {
        EventCard card = glance.card();
        EventFacts.Step step = step(card, now);
        return new EventFacts(
                card.title(),
                "/events/" + card.id(),
                card.start().atZone(Dates.KENT).toLocalDate(),
                Dates.span(card.start(), card.end()),
                places(glance, step, now),
                step);
    }

    private static EventFacts.Step step(EventCard card, Instant now) {
        if (card.state() == EventState.CANCELLED) {
            return EventFacts.Step.CANCELLED;
        }
        if (card.state() != EventState.PUBLISHED) {
            return EventFacts.Step.DRAFT;
        }
        if (!now.isBefore(card.end())) {
            return EventFacts.Step.OVER;
        }
        if (!card.isBookable(now) || !now.isBefore(card.start())) {
            return EventFacts.Step.READ;
        }
        return card.open() > 0 ? EventFacts.Step.BOOK : EventFacts.Step.WAIT;
    }

    private static List<String> places(EventGlance glance, EventFacts.Step step, Instant now) {
        EventCard card = glance.card();
        List<String> lines = new ArrayList<>();
        if (step == EventFacts.Step.BOOK || step == EventFacts.Step.WAIT) {
            glance.pools().forEach(pool -> lines.add(where(pool.mode(), card.venue()) + ": " + left(pool)));
            if (glance.pools().isEmpty()) {
                lines.add("%d sessions, %s".formatted(card.sessions(), card.open() > 0 ? "places left" : "all full"));
            }
            return lines;
        }
        if (!card.venue().isEmpty()) {
            lines.add(card.venue());
        }
        Instant opens = card.opens();
        switch (step) {
            case CANCELLED -> lines.add("Cancelled");
            case READ ->
                lines.add(
                        opens != null && now.isBefore(opens)
                                ? "Booking opens " + Dates.moment(opens)
                                : "Booking has closed");
            default -> {}
        }
        return lines;
    }

    private static String where(Mode mode, String venue) {
        return mode == Mode.IN_PERSON && !venue.isEmpty() ? venue : mode.label();
    }

    private static String left(PoolFigures pool) {
        return pool.open() > 0
                ? "%,d of %,d places left".formatted(pool.open(), pool.capacity())
                : "full, waiting list open";
    }
}

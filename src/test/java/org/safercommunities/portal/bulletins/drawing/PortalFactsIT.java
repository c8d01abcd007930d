package org.safercommunities.portal.bulletins.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.events.Allocation;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A bulletin says of documents and events what their own pages say, to those who may see them. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class PortalFactsIT {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(40));
    private static final Instant END = START.plus(Duration.ofHours(2));

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private PortalFacts facts;

    @Autowired
    private Intake intake;

    @Autowired
    private Library library;

    @Autowired
    private EventPlanning planning;

    @Autowired
    private Bookings bookings;

    private Somebody somebody;
    private String agency;
    private Reader editor;
    private Reader reader;

    @BeforeEach
    void people() {
        somebody = new Somebody(portal);
        agency = somebody.agency("Readers");
        editor = somebody.of(agency, Role.EDITOR);
        reader = somebody.of(agency);
    }

    private UUID document(String title, Marking marking, Audience audience) throws IOException {
        byte[] words = ("words nobody else has: " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        return library.draft(
                intake.take(new ByteArrayInputStream(words), "words.txt"),
                new DocumentDescription(title, "", "guidance", Set.of(), marking, null, audience, null),
                editor);
    }

    private UUID event(SessionPlan... sessions) {
        UUID event = planning.draft(
                new EventPlan(
                        "Doorstep safety",
                        EventKind.SEMINAR,
                        "",
                        Set.of(),
                        Audience.ofEveryone(),
                        null,
                        null,
                        null,
                        false,
                        8,
                        Set.of(7),
                        false,
                        false,
                        List.of(sessions)),
                editor);
        planning.publish(event, editor);
        return event;
    }

    private static SessionPlan session(Map<Mode, Integer> capacity, Allocation... kept) {
        return new SessionPlan(
                null,
                "On the doorstep",
                "",
                START,
                END,
                new Venue("Shire Hall", "", "", ""),
                "https://meet.example/x",
                15,
                capacity,
                List.of(kept),
                List.of());
    }

    private BlockFacts factsOf(Reader who, Block... blocks) {
        return facts.of(Blocks.of(blocks), who, Map.of());
    }

    private EventFacts event(UUID event) {
        return factsOf(reader, new Block.Event(event)).events().get(event);
    }

    @Test
    void documentsAreShownToThoseWhoMaySeeThem() throws IOException {
        UUID open = document("For all", Marking.OFFICIAL, Audience.ofEveryone());
        UUID closed = document("For one agency", Marking.OFFICIAL_SENSITIVE, Audience.ofAgencies(agency));
        UUID draft = document("Not yet", Marking.OFFICIAL, Audience.ofEveryone());
        library.publish(open, editor);
        library.publish(closed, editor);
        Block[] blocks = Arrays.asList(open, closed, draft).stream()
                .map(Block.Document::new)
                .toArray(Block[]::new);
        Map<UUID, DocumentFacts> known = factsOf(reader, blocks).documents();
        assertThat(known.get(open))
                .isEqualTo(new DocumentFacts("For all", "/library/" + open, "Guidance, Text", false, true));
        assertThat(known.get(closed).sensitive()).isTrue();
        assertThat(known).doesNotContainKey(draft);
        assertThat(factsOf(somebody.of(somebody.agency("Others")), blocks).documents())
                .containsOnlyKeys(open);
        assertThat(factsOf(editor, blocks).documents().get(draft).published()).isFalse();
    }

    @Test
    void whatLinksLeadToIsKnownToo() throws IOException {
        UUID open = document("For all", Marking.OFFICIAL, Audience.ofEveryone());
        library.publish(open, editor);
        UUID event = event(session(Map.of(Mode.ONLINE, 5)));
        BlockFacts known = factsOf(
                reader,
                new Block.Text("[the paper](/library/%s?from=mail)".formatted(open)),
                new Block.Link("/events/" + event, "The event"));
        assertThat(known.documents()).containsOnlyKeys(open);
        assertThat(known.events()).containsOnlyKeys(event);
    }

    @Test
    void placesAreThoseThatAreLeft() {
        UUID event = event(session(Map.of(Mode.IN_PERSON, 1, Mode.ONLINE, 30)));
        bookings.book(event, BookingWish.of(Mode.IN_PERSON), somebody.of(agency));
        assertThat(event(event))
                .isEqualTo(new EventFacts(
                        "Doorstep safety",
                        "/events/" + event,
                        START.atZone(Dates.KENT).toLocalDate(),
                        Dates.span(START, END),
                        List.of("Shire Hall: full, waiting list open", "Online: 30 of 30 places left"),
                        EventFacts.Step.BOOK));
    }

    @Test
    void aFullEventOffersItsWaitingListAndACancelledOneNothing() {
        UUID event = event(session(Map.of(Mode.ONLINE, 1)));
        bookings.book(event, BookingWish.of(Mode.ONLINE), somebody.of(agency));
        assertThat(event(event).step()).isEqualTo(EventFacts.Step.WAIT);
        planning.cancel(event, "The hall is closed", editor);
        assertThat(event(event).step()).isEqualTo(EventFacts.Step.CANCELLED);
        assertThat(event(event).places()).containsExactly("Shire Hall", "Cancelled");
    }

    @Test
    void severalSessionsAreCounted() {
        UUID event = event(session(Map.of(Mode.ONLINE, 4)), session(Map.of(Mode.ONLINE, 4)));
        assertThat(event(event).places()).containsExactly("2 sessions, places left");
    }
}

package org.safercommunities.portal.events.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.calendar.PersonalFeeds;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/**
 * Every mail, feed, page, file and answer that leaves the portal, for people of every standing towards events of every state: whose
 * meeting, whose needs and whose title is in it.
 */
@PortalIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class JoiningLinkScanIT {

    private static final String NOBODY = "nobody";
    private static final Set<String> OUTSIDE =
            Set.of(NOBODY, "outsider", "coordinator elsewhere", "editor elsewhere", "administrator elsewhere");

    @Autowired
    WebApplicationContext portal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Search search;

    @Autowired
    PersonalFeeds feeds;

    private final List<Leaf> leaves = new ArrayList<>();
    private ScannedEvents world;
    private WhatIsKept kept;
    private AnswersOfApi api;
    private PagesOfPortal pages;

    @BeforeAll
    void collect() throws Exception {
        kept = new WhatIsKept(jdbc);
        world = new ScannedEvents(portal);
        api = new AnswersOfApi(portal);
        pages = new PagesOfPortal(portal);
        Map<String, String> addresses = new HashMap<>();
        world.people.forEach((standing, reader) -> addresses.put(world.email(reader), standing));
        leaves.addAll(new LettersThatLeave(portal).of(Set.copyOf(world.events.values()), addresses));
        for (Map.Entry<String, Reader> each : world.people.entrySet()) {
            leaves.addAll(seen(each.getKey(), each.getValue(), world.events.values()));
        }
        api.ids(ids(1));
        api.tokens(List.of("x".repeat(43)));
        leaves.addAll(api.as(NOBODY, null, true));
        leaves.addAll(pages.as(NOBODY, null, parameters(world.events.values())));
        api.ids(ids(3));
        for (Map.Entry<String, Reader> each : world.people.entrySet()) {
            leaves.addAll(api.as(each.getKey(), each.getValue(), false));
        }
        leaves.addAll(api.as(NOBODY, null, false));
    }

    @AfterAll
    void end() {
        kept.close();
    }

    private List<Leaf> seen(String who, Reader reader, Iterable<UUID> events) throws Exception {
        List<Leaf> seen = new ArrayList<>();
        api.ids(ids(1));
        String address = feeds.address(reader);
        api.tokens(List.of(address.replaceAll(".*/feeds/|/events\\.ics", "")));
        seen.addAll(api.as(who, reader, true));
        for (String words : List.of(world.title, world.link, world.need, world.draft, world.hall, "Morning")) {
            seen.add(new Leaf(
                    who,
                    "search",
                    "",
                    search.search(SearchQuery.of(words), reader).hits().toString()));
            seen.add(new Leaf(
                    who,
                    "suggestions",
                    "",
                    search.suggest(words.substring(0, 5), reader, 20).toString()));
        }
        // Whoever has booked sees the pages of other things as “not booked” does
        seen.addAll(
                ScannedEvents.WITH_A_BOOKING.contains(who)
                        ? pages.aboutEventsAs(who, reader, parameters(events))
                        : pages.as(who, reader, parameters(events)));
        return seen;
    }

    /** Events, and some bookings of the one that is still to come. */
    private List<UUID> ids(int bookings) {
        return Stream.concat(
                        world.events.values().stream(),
                        world.bookings(world.events.get(ScannedEvents.EARLY)).stream()
                                .limit(bookings))
                .toList();
    }

    private List<Map<String, String>> parameters(Iterable<UUID> events) {
        List<Map<String, String>> parameters = new ArrayList<>();
        String nothing = UUID.randomUUID().toString();
        for (UUID event : events) {
            Map<String, String> values = new HashMap<>(Map.of(
                    "event",
                    event.toString(),
                    "session",
                    world.sessions(event).getFirst().toString(),
                    "survey",
                    nothing,
                    "document",
                    nothing,
                    "request",
                    nothing,
                    "id",
                    world.people.get("online").personId().toString(),
                    "slug",
                    world.agency,
                    "code",
                    "2222-3333-4444-5555-6666",
                    "token",
                    "x".repeat(46),
                    "words",
                    world.title));
            values.put("version", "1");
            values.put("bulletin", nothing);
            values.put("offer", nothing);
            values.put("pack", nothing);
            values.put("person", nothing);
            parameters.add(values);
        }
        return parameters;
    }

    private boolean mayHoldTheLink(Leaf leaf) {
        UUID now = world.events.get(ScannedEvents.NOW);
        UUID cancelled = world.events.get(ScannedEvents.CANCELLED);
        return switch (leaf.exit()) {
            case "page events/:event/edit" -> ScannedEvents.RUN_IT.contains(leaf.who());
            case "page events/:event/join/:session" ->
                Set.of("online", "received").contains(leaf.who())
                                && leaf.about().contains(now.toString())
                        || ScannedEvents.RUN_IT.contains(leaf.who())
                                && !leaf.about().contains(cancelled.toString());
            default -> false;
        };
    }

    private Stream<String> ways(String secret) {
        return Stream.concat(leaves.stream(), kept.log().stream())
                .filter(leaf -> leaf.holds(secret))
                .map(Leaf::way)
                .distinct();
    }

    @Test
    void theMeetingsAddressReachesOnlyThoseBookedOnlineWhenItIsTimeAndThoseWhoRunTheEvent() {
        List<String> allowed = leaves.stream()
                .filter(this::mayHoldTheLink)
                .map(Leaf::way)
                .distinct()
                .toList();
        assertThat(ways(world.link)).isSubsetOf(allowed);
        assertThat(ways(world.link))
                .as("those who have a place get in, and those who run it can plan")
                .anyMatch(way -> way.startsWith("online: page events/:event/join"))
                .anyMatch(way -> way.startsWith("received: page events/:event/join"))
                .anyMatch(way -> way.startsWith("organiser: page events/:event/edit"));
        assertThat(kept.columnsWith(world.link)).containsExactly("event_session.joining_link");
    }

    @Test
    void whatPeopleNeedIsSeenAtTheDeskAndByThemselvesOnly() {
        assertThat(ways(world.need))
                .isNotEmpty()
                .allMatch(way -> way.matches("(organiser|second editor): page events/:event/manage .*")
                        // Whoever said what they need reads it in the copy of what is held on them
                        || way.matches("(online|in the room|waits|offered|to be approved|cancelled): "
                                + "(GET /api/v1/me/export|page account file) .*"));
        assertThat(kept.columnsWith(world.need)).containsExactly("event_need.access", "event_need.dietary");
    }

    @Test
    void nobodyLearnsOfAnEventThatIsNotForThem() {
        assertThat(ways(world.title).filter(way -> OUTSIDE.contains(way.replaceAll(":.*", ""))))
                .allMatch(way -> way.contains(": page search search?q=")
                        // The words with which outsiders looked in vain, and nobody’s name, are for editors to read
                        || way.matches(
                                "editor elsewhere: (GET /api/v1/library/figures|page library/figures( file)?) .*"));
        assertThat(ways(world.draft)).allMatch(way -> ScannedEvents.RUN_IT.contains(way.replaceAll(":.*", "")));
        assertThat(leaves.stream()
                        .filter(leaf -> OUTSIDE.contains(leaf.who()))
                        .filter(leaf -> leaf.holds(world.hall))
                        .map(Leaf::way))
                .isEmpty();
    }

    @Test
    void theScanLooksEverywhere() {
        assertThat(leaves)
                .extracting(Leaf::exit)
                .contains(
                        "mail",
                        "search",
                        "GET /api/v1/feeds/{token}/events.ics",
                        "GET /api/v1/feeds/{token}/bulletins.atom",
                        "GET /api/v1/feeds/{token}/library.atom");
        assertThat(ways(world.title))
                .anyMatch(way -> way.startsWith("online: mail "))
                .anyMatch(way -> way.startsWith("online: GET /api/v1/feeds/{token}/events.ics"))
                .anyMatch(way -> way.startsWith("online: GET /api/v1/bookings"))
                .anyMatch(way -> way.startsWith("not booked: GET /api/v1/events/{id}"))
                .anyMatch(way -> way.startsWith("not booked: search"))
                .anyMatch(way -> way.startsWith("coordinator: page agency/places"))
                .anyMatch(way -> way.startsWith("online: page bookings"))
                .anyMatch(way -> way.startsWith("online: page events/:event file"))
                .anyMatch(way -> way.startsWith("organiser: page events/:event/manage"));
        assertThat(leaves.stream().filter(leaf -> leaf.exit().equals("page events/:event/manage file")))
                .extracting(Leaf::text)
                .anyMatch(text -> text.contains("a person who is in the room"));
    }

    @Test
    void itNoticesAnAddressThatStandsWhereItMustNot() throws Exception {
        UUID careless = world.careless();
        Map<String, UUID> before = Map.copyOf(world.events);
        world.events.put("careless", careless);
        try {
            List<Leaf> seen = seen("not booked", world.people.get("not booked"), List.of(careless));
            assertThat(seen.stream().filter(leaf -> leaf.holds(world.link)).map(Leaf::way))
                    .anyMatch(way -> way.startsWith("not booked: GET /api/v1/events/{id}"))
                    .anyMatch(way -> way.startsWith("not booked: page events/:event"))
                    .anyMatch(way -> way.startsWith("not booked: search"));
            assertThat(kept.columnsWith(world.link)).contains("event.description");
        } finally {
            world.events.keySet().retainAll(before.keySet());
            world.takeBack(careless);
        }
    }
}

package org.safercommunities.portal.doors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AccessQuestion;
import org.safercommunities.portal.agencies.AccessRequests;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.BulletinAudience;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.BulletinPlan;
import org.safercommunities.portal.bulletins.BulletinWriting;
import org.safercommunities.portal.bulletins.offers.OfferContent;
import org.safercommunities.portal.bulletins.offers.Offers;
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
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.contributions.ContributionContent;
import org.safercommunities.portal.library.contributions.ContributionIntake;
import org.safercommunities.portal.library.contributions.Contributions;
import org.safercommunities.portal.library.following.SavedSearches;
import org.safercommunities.portal.library.packs.NewMember;
import org.safercommunities.portal.library.packs.PackDescription;
import org.safercommunities.portal.library.packs.PackDesk;
import org.safercommunities.portal.library.packs.PackFilling;
import org.safercommunities.portal.library.uploads.Uploads;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.surveys.SurveyPlan;
import org.safercommunities.portal.surveys.Surveys;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One thing of each kind, made for the agency of the first of these people or by one of them; everybody asks for these. */
final class DoorsWorld {

    /** Who asks, in the order of the table's columns; nobody first. */
    final Map<String, @Nullable Reader> people = new LinkedHashMap<>();

    final String agency;
    final UUID document;
    final String sha256;
    final UUID event;
    final UUID session;
    final UUID booking;
    final UUID bulletin;
    final UUID offer;
    final UUID contribution;
    final UUID pack;
    final UUID member;
    final UUID search;
    final String group;
    private final Uploads uploads;
    final UUID survey;
    final UUID request;

    DoorsWorld(ApplicationContext portal) throws IOException {
        this(portal, "Doors");
    }

    /** @param words that stand wherever somebody can type any */
    DoorsWorld(ApplicationContext portal, String words) throws IOException {
        Somebody somebody = new Somebody(portal);
        agency = somebody.agency(words);
        String other = somebody.agency(words + " elsewhere");
        String team = somebody.agency(words + " team");
        Reader practitioner = somebody.named(words, agency);
        Reader editor = somebody.named(words, team, Role.EDITOR);
        people.put("nobody", null);
        people.put("practitioner", practitioner);
        people.put("elsewhere", somebody.named(words, other));
        people.put("board member", somebody.named(words, agency, Role.BOARD_MEMBER));
        people.put("coordinator", somebody.named(words, agency, Role.COORDINATOR));
        people.put("coordinator elsewhere", somebody.named(words, other, Role.COORDINATOR));
        people.put("editor", editor);
        people.put("administrator", somebody.named(words, team, Role.ADMINISTRATOR));

        Audience audience = new Audience(false, Set.of(agency), Set.of(), Set.of());
        Library library = portal.getBean(Library.class);
        StoredFile file = portal.getBean(Intake.class).take(new ByteArrayInputStream(words(words)), words + ".txt");
        sha256 = file.sha256();
        document = library.draft(
                file,
                new DocumentDescription(words, words, "report", Set.of(), Marking.OFFICIAL, null, audience, null),
                editor);
        library.publish(document, editor);

        EventPlanning planning = portal.getBean(EventPlanning.class);
        event = planning.draft(plan(audience, words), editor);
        planning.publish(event, editor);
        booking = portal.getBean(Bookings.class)
                .book(event, BookingWish.of(Mode.IN_PERSON), practitioner)
                .id();
        session = UUID.fromString(portal.getBean(JdbcClient.class)
                .sql("SELECT id FROM event_session WHERE event_id = ?")
                .param(event.toString())
                .query(String.class)
                .single());

        bulletin = portal.getBean(BulletinWriting.class)
                .begin(
                        new BulletinPlan(
                                words,
                                BulletinKind.E_BULLETIN,
                                words,
                                BulletinAudience.ofEveryone(BulletinKind.E_BULLETIN),
                                Blocks.of(new Block.Text(words)),
                                false),
                        editor);
        offer = portal.getBean(Offers.class)
                .begin(new OfferContent(words, words, "", null, ""), null, true, practitioner);
        Contributions contributions = portal.getBean(Contributions.class);
        contribution = contributions.begin(
                new ContributionContent(
                        words, words, "report", Set.of(), Marking.OFFICIAL, "", "", "", true, true, true),
                portal.getBean(ContributionIntake.class)
                        .take(new ByteArrayInputStream(words("Offered")), words + ".txt", practitioner),
                null,
                practitioner);
        contributions.send(contribution, practitioner);

        PackDesk packs = portal.getBean(PackDesk.class);
        pack = packs.draft(new PackDescription(words, words, audience), editor);
        member = portal.getBean(PackFilling.class)
                .add(pack, NewMember.document(document).with(words, words), editor);
        packs.publish(pack, editor);

        search = portal.getBean(SavedSearches.class)
                .save(words, "q=doors", true, practitioner)
                .id();
        uploads = portal.getBean(Uploads.class);
        group = portal.getBean(Groups.class)
                .create(GroupKind.TASK_GROUP, words + " " + UUID.randomUUID(), "", Reader.portal())
                .slug();
        survey = portal.getBean(Surveys.class).plan("event", event, SurveyPlan.afterEvent(words, null, null), editor);
        AccessRequests requests = portal.getBean(AccessRequests.class);
        String email = UUID.randomUUID() + "@new.example";
        requests.ask(
                new AccessQuestion(email, words, words, words),
                UUID.randomUUID().toString());
        request = UUID.fromString(portal.getBean(JdbcClient.class)
                .sql("SELECT id FROM access_request WHERE email = ?")
                .param(email)
                .query(String.class)
                .single());
    }

    private static byte[] words(String title) {
        return (title + " " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    }

    private static EventPlan plan(Audience audience, String words) {
        Instant start = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MINUTES);
        return new EventPlan(
                words,
                EventKind.SEMINAR,
                words,
                Set.of(),
                audience,
                null,
                null,
                null,
                false,
                8,
                Set.of(1),
                true,
                true,
                List.of(new SessionPlan(
                        null,
                        words,
                        words,
                        start,
                        start.plus(Duration.ofHours(1)),
                        Venue.NOWHERE,
                        "",
                        15,
                        Map.of(Mode.IN_PERSON, 50, Mode.ONLINE, 50),
                        List.of(),
                        List.of())));
    }

    /** What {@code {id}} stands for in this address of the API or of a file. */
    UUID id(String pattern) {
        if (pattern.contains("/document-offers/")) {
            return contribution;
        } else if (pattern.contains("/bulletin-offers/")) {
            return offer;
        } else if (pattern.contains("/documents/")) {
            return document;
        } else if (pattern.contains("/events/")) {
            return event;
        } else if (pattern.contains("/bookings/")) {
            return booking;
        } else if (pattern.contains("/bulletins/")) {
            return bulletin;
        } else if (pattern.contains("/collections/")) {
            return pack;
        } else if (pattern.contains("/saved-searches/")) {
            return search;
        } else if (pattern.contains("/uploads/")) {
            return begun();
        } else if (pattern.endsWith("/lost-second-factor")) {
            return people.get("practitioner").personId();
        }
        return new UUID(7, 7);
    }

    /** One for each who asks, for what it holds is gone with the first who may end it. */
    private UUID begun() {
        try {
            return uploads.begin(10, null, people.get("editor")).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the variables of pages stand for; those of some pages have names of their own. */
    Map<String, String> parameters() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("event", event.toString());
        values.put("session", session.toString());
        values.put("survey", survey.toString());
        values.put("document", document.toString());
        values.put("request", request.toString());
        values.put("id", people.get("practitioner").personId().toString());
        values.put("slug", agency);
        values.put("code", "2222-3333-4444-5555-6666");
        values.put("token", "x".repeat(46));
        values.put("words", "Doors");
        values.put("version", "1");
        values.put("bulletin", bulletin.toString());
        values.put("offer", contribution.toString());
        values.put("pack", pack.toString());
        values.put("bulletins/offers/:offer", offer.toString());
        values.put("admin/groups/:slug", group);
        return values;
    }
}

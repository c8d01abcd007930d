package org.safercommunities.portal.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.BulletinAudience;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.BulletinPlan;
import org.safercommunities.portal.bulletins.BulletinSteps;
import org.safercommunities.portal.bulletins.BulletinWriting;
import org.safercommunities.portal.bulletins.OwnSubscription;
import org.safercommunities.portal.bulletins.SubscriptionChoice;
import org.safercommunities.portal.events.EventFilter;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.shared.Dates;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Puts the demonstration's bulletins in: an e-bulletin that goes out two minutes later, and a newsletter that is being written. */
@Component
@ConditionalOnBooleanProperty("portal.demo")
class DemoBulletins {

    private static final String EDITOR = "editor@kcst.example";
    private static final List<String> READERS = List.of(
            EDITOR,
            "officer@kentpolice.example",
            "warden@kcc.example",
            "board@kfrs.example",
            "coordinator@thanet.example",
            "practitioner@swale.example");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.UK);

    private final DemoSeed seed;
    private final BulletinWriting writing;
    private final BulletinSteps steps;
    private final OwnSubscription subscriptions;
    private final Events events;
    private final PersonList people;
    private final Readers readers;
    private final DemoOffers offers;
    private final Clock clock;

    DemoBulletins(
            DemoSeed seed,
            BulletinWriting writing,
            BulletinSteps steps,
            OwnSubscription subscriptions,
            Events events,
            PersonList people,
            Readers readers,
            DemoOffers offers,
            Clock clock) {
        this.seed = seed;
        this.writing = writing;
        this.steps = steps;
        this.subscriptions = subscriptions;
        this.events = events;
        this.people = people;
        this.readers = readers;
        this.offers = offers;
        this.clock = clock;
    }

    void putIn() {
        seed.once("bulletin:sent", () -> {
            READERS.forEach(email -> subscriptions.choose(SubscriptionChoice.everything(), as(email)));
            steps.send(writing.begin(thisMonth(), as(EDITOR)), 1, null, as(EDITOR));
        });
        seed.once("bulletin:newsletter", () -> offers.putIn(writing.begin(newsletter(), as(EDITOR)), this::as));
    }

    private BulletinPlan thisMonth() {
        String month = MONTH.format(today());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(
                "this month: **places that are still free**, a date to keep, and a consultation that ends soon."));
        blocks.add(new Block.Contents());
        blocks.add(new Block.Heading("Events"));
        coming().forEach(event -> blocks.add(new Block.Event(event)));
        blocks.add(new Block.SaveTheDate("Partnership forum", today().plusDays(120), "Maidstone"));
        blocks.add(new Block.Divider());
        blocks.add(new Block.Heading("Your view"));
        blocks.add(new Block.Text(
                "How could parking near schools be made safer? Comments are open until the end of the month."));
        blocks.add(new Block.Link("https://consultations.example/parking", "Read the draft and comment"));
        blocks.add(new Block.Quote(Block.newId(), "I had the document before the kettle had boiled.", "A warden"));
        blocks.add(new Block.Button("/events", "See all events"));
        return plan(
                month + " e-bulletin",
                BulletinKind.E_BULLETIN,
                "Safer Communities, %s: places free".formatted(month),
                blocks);
    }

    private BulletinPlan newsletter() {
        return plan(
                "Winter newsletter",
                BulletinKind.NEWSLETTER,
                "",
                List.of(
                        new Block.Heading("Good practice from the districts"),
                        new Block.Text(
                                Block.newId(),
                                "Wardens and police walk the same streets on the same evenings. **Three months later** calls about the"
                                        + " car park are down by half.",
                                "Thanet District Council"),
                        new Block.Heading("Case study: a home taken over")));
    }

    private static BulletinPlan plan(String title, BulletinKind kind, String subject, List<Block> blocks) {
        return new BulletinPlan(title, kind, subject, BulletinAudience.ofEveryone(kind), new Blocks(blocks), false);
    }

    private List<UUID> coming() {
        return events.list(EventFilter.upcoming(clock.instant()), 0, 3, as(EDITOR)).stream()
                .filter(event -> event.state() == EventState.PUBLISHED)
                .map(event -> event.id())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.KENT);
    }

    private Reader as(String email) {
        return people.findByEmail(email)
                .map(PersonSummary::id)
                .flatMap(readers::of)
                .orElseThrow(() -> new IllegalStateException("Nobody in the demonstration has the address " + email));
    }
}

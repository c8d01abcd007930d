package org.safercommunities.portal.demo;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.events.EventCard;
import org.safercommunities.portal.events.EventFilter;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.events.HandedPacks;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.packs.NewMember;
import org.safercommunities.portal.library.packs.PackDescription;
import org.safercommunities.portal.library.packs.PackDesk;
import org.safercommunities.portal.library.packs.PackFilling;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Two packs of the demonstration, once its documents are in: what a seminar hands to its delegates, and a campaign kit. */
@Component
@ConditionalOnBooleanProperty("portal.demo")
class DemoPacks {

    private static final String EDITOR = "editor@kcst.example";
    private static final String SEMINAR = "Doorstep crime: the autumn seminar";

    private final DemoSeed seed;
    private final PackDesk desk;
    private final PackFilling filling;
    private final Documents documents;
    private final Events events;
    private final HandedPacks handed;
    private final PersonList people;
    private final Readers readers;
    private final Clock clock;

    DemoPacks(
            DemoSeed seed,
            PackDesk desk,
            PackFilling filling,
            Documents documents,
            Events events,
            HandedPacks handed,
            PersonList people,
            Readers readers,
            Clock clock) {
        this.seed = seed;
        this.desk = desk;
        this.filling = filling;
        this.documents = documents;
        this.events = events;
        this.handed = handed;
        this.people = people;
        this.readers = readers;
        this.clock = clock;
    }

    void putIn() {
        seed.once("pack:campaign", () -> {
            Reader editor = editor();
            UUID pack = desk.draft(
                    new PackDescription(
                            "16 Days of Action: campaign kit",
                            "Everything for the sixteen days from 25 November: what to say, what to hang up and what to carry."
                                    + " Begin with the plan.",
                            Audience.ofEveryone()),
                    editor);
            Map<String, UUID> all = titles(editor);
            put(
                    pack,
                    all,
                    "16 Days of Action: campaign plan and messages",
                    "Which message on which day.",
                    "Begin here",
                    editor);
            put(
                    pack,
                    all,
                    "16 Days of Action: poster for staff rooms",
                    "Print it on A3.",
                    "To hang up and to carry",
                    editor);
            put(
                    pack,
                    all,
                    "Child sexual exploitation: pocket card for hotels and taxis",
                    "",
                    "To hang up and to carry",
                    editor);
            put(pack, all, "MARAC referral in ten minutes", "For whoever is told something.", "For colleagues", editor);
            put(
                    pack,
                    all,
                    "Learning from domestic homicide reviews: seven-minute briefing",
                    "",
                    "For colleagues",
                    editor);
            filling.add(
                    pack,
                    NewMember.link("Pictures and wording for social media", "https://sixteendays.example/kit")
                            .with("Of the national campaign, free to use.", "Elsewhere"),
                    editor);
            desk.publish(pack, editor);
        });
        seed.once("pack:seminar", () -> {
            Reader editor = editor();
            UUID seminar = seminar(editor);
            UUID pack = desk.draft(
                    new PackDescription(
                            "Doorstep crime seminar: papers for delegates",
                            "What was shown, what was asked, and what to read on. Please pass on what you have learnt to your"
                                    + " colleagues; the papers marked OFFICIAL-SENSITIVE stay with you.",
                            Audience.ofAgencies("kent-community-safety-team")),
                    editor);
            Map<String, UUID> all = titles(editor);
            put(
                    pack,
                    all,
                    "Scams and doorstep crime: talking to a resident who has paid",
                    "The slides of the first talk.",
                    "From the morning",
                    editor);
            put(pack, all, "Organised crime groups: what frontline staff notice first", "", "From the morning", editor);
            put(
                    pack,
                    all,
                    "Home visits where cuckooing is suspected",
                    "Asked for by many of you.",
                    "To read on",
                    editor);
            put(pack, all, "Safe address scheme: contacts", "", "To read on", editor);
            filling.add(pack, NewMember.event(seminar).with("", "To read on"), editor);
            filling.add(
                    pack,
                    NewMember.link("Report a doorstep seller", "https://trading-standards.example/report")
                            .with("For residents, by telephone too.", "To read on"),
                    editor);
            desk.publish(pack, editor);
            handed.hand(seminar, pack, editor);
        });
    }

    private void put(UUID pack, Map<String, UUID> all, String title, String note, String section, Reader editor) {
        UUID document = all.get(title);
        // Not all documents are for every editor, and one may have been taken out since
        if (document != null) {
            filling.add(pack, NewMember.document(document).with(note, section), editor);
        }
    }

    private Map<String, UUID> titles(Reader editor) {
        return documents.publishedSince(null, 200, editor).stream()
                .collect(Collectors.toMap(DocumentCard::title, DocumentCard::id, (one, other) -> one));
    }

    private UUID seminar(Reader editor) {
        List<EventCard> over = events.list(EventFilter.past(clock.instant()), 0, 50, editor);
        return over.stream()
                .filter(event -> event.title().equals(SEMINAR))
                .map(EventCard::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The seminar of the demonstration is not there"));
    }

    private Reader editor() {
        return people.findByEmail(EDITOR)
                .map(PersonSummary::id)
                .flatMap(readers::of)
                .orElseThrow(() -> new IllegalStateException("Nobody in the demonstration has the address " + EDITOR));
    }
}

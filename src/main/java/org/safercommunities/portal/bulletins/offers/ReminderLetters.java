package org.safercommunities.portal.bulletins.offers;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.notifications.Letter;
import org.safercommunities.portal.notifications.PersonalLetters;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mails before a deadline: to those whose item is still a draft, and to the coordinators of every agency. */
@Component
class ReminderLetters {

    private static final String REASON =
            "You get this because you have begun an item for a bulletin, or because you are your"
                    + " agency’s coordinator in the Safer Communities Portal.";

    /** A draft for no bulletin in particular that nobody has touched for so long is forgotten rather than unfinished. */
    private static final Duration FORGOTTEN = Duration.ofDays(92);

    private final JdbcClient jdbc;
    private final PersonList people;
    private final Readers readers;
    private final PersonalLetters letters;
    private final Clock clock;

    ReminderLetters(JdbcClient jdbc, PersonList people, Readers readers, PersonalLetters letters, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.readers = readers;
        this.letters = letters;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void send(CallForItems call) {
        Map<UUID, Set<String>> drafts = drafts(call.bulletin());
        drafts.forEach((person, titles) -> send(person, call, draft(call, titles)));
        for (UUID coordinator : coordinators()) {
            if (!drafts.containsKey(coordinator)) {
                send(coordinator, call, invitation(call));
            }
        }
    }

    private void send(UUID person, CallForItems call, Letter letter) {
        people.find(person)
                .filter(PersonSummary::active)
                .ifPresent(to -> letters.send(letter, to, "offer-reminder", "bulletin:" + call.bulletin()));
    }

    private static Letter draft(CallForItems call, Set<String> titles) {
        Letter letter = begun(call)
                .say(
                        titles.size() == 1
                                ? "you have begun an item that is not offered yet."
                                : "you have begun items that are not offered yet.");
        for (String title : titles) {
            letter = letter.fact("Draft", title);
        }
        return letter.fact("Welcome until", Dates.moment(call.until())).button("Open your items", "bulletins/offers");
    }

    private static Letter invitation(CallForItems call) {
        return begun(call)
                .say(
                        "has your agency something to tell its partners? A few sentences are enough; the team edits them, and your"
                                + " agency is credited. Everybody in it can offer an item.")
                .fact("Welcome until", Dates.moment(call.until()))
                .button("Offer an item", "bulletins/offer");
    }

    private static Letter begun(CallForItems call) {
        return Letter.titled("Items for “%s” are welcome".formatted(call.title()), REASON);
    }

    /** Titles of drafts by who wrote them last and is still there. */
    private Map<UUID, Set<String>> drafts(UUID bulletin) {
        record Draft(UUID person, String agency, String title) {}
        List<Draft> found = jdbc.sql("""
                SELECT changed_by, agency, content FROM bulletin_offer
                 WHERE state = 'DRAFT' AND (wished = ? OR wished IS NULL AND changed_at > ?) ORDER BY changed_at
                """)
                .param(bulletin.toString())
                .param(Sql.utc(clock.instant().minus(FORGOTTEN)))
                .query((row, number) -> new Draft(
                        Sql.id(row, "changed_by"),
                        row.getString("agency"),
                        OfferContent.ofJson(row.getString("content")).title()))
                .list();
        Map<UUID, Set<String>> drafts = new LinkedHashMap<>();
        for (Draft draft : found) {
            if (readers.of(draft.person())
                    .filter(reader -> WhoSeesOffer.isOwn(draft.agency(), reader))
                    .isPresent()) {
                drafts.computeIfAbsent(draft.person(), any -> new LinkedHashSet<>())
                        .add(draft.title());
            }
        }
        return drafts;
    }

    private List<UUID> coordinators() {
        return jdbc.sql("""
                SELECT DISTINCT r.person_id FROM person_role r
                  JOIN membership m ON m.person_id = r.person_id AND m.ended_at IS NULL
                  JOIN agency a ON a.slug = m.agency AND a.ended_at IS NULL
                 WHERE r.role = 'COORDINATOR' ORDER BY r.person_id
                """).query((row, number) -> Sql.id(row, "person_id")).list();
    }
}

package org.safercommunities.portal.library.emergency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.notifications.Letter;
import org.safercommunities.portal.notifications.PersonalLetters;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells, in the transaction in which it happens, that somebody opened a document in an emergency: its owner, the coordinators of its
 * agency, and every other administrator. Without its title, which not all of them may know, and without the reason.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EmergencyLetters {

    private final PersonalLetters post;
    private final PersonList people;
    private final JdbcClient jdbc;

    EmergencyLetters(PersonalLetters post, PersonList people, JdbcClient jdbc) {
        this.post = post;
        this.people = people;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(EmergencyChanged message) {
        if (!message.what().equals("opened")) {
            return;
        }
        Emergency emergency = message.emergency();
        Map<UUID, Letter> letters = new LinkedHashMap<>();
        people.administrators()
                .forEach(each -> letters.put(
                        each.id(),
                        letter(
                                        emergency,
                                        "You get this because you are an administrator of the Safer Communities Portal.")
                                .say(
                                        "When it is over, please look at it: somebody else than %s says whether it was right."
                                                .formatted(emergency.name()))
                                .button("See what was opened, and why", "admin/emergency")));
        ofTheirAgency(emergency.document())
                .forEach(id -> letters.put(
                        id,
                        letter(
                                        emergency,
                                        "You get this because the document is yours, or because you coordinate the agency whose it is.")
                                .say("It ends by itself. If you think that it is not right, write to the team at once.")
                                .button("See which document it is", "library/" + emergency.document())));
        letters.remove(emergency.person());
        letters.forEach((id, letter) -> people.find(id)
                .filter(PersonSummary::active)
                .ifPresent(person -> post.send(letter, person, "emergency-opened", "emergency:" + emergency.id())));
    }

    private static Letter letter(Emergency emergency, String reason) {
        return Letter.titled("A document was opened in an emergency", reason)
                .say("%s, an administrator, has opened a document that is not for them, and said that it cannot wait."
                        .formatted(emergency.name()))
                .fact("Opened", Dates.moment(emergency.openedAt()))
                .fact("Ends", Dates.moment(emergency.until()));
    }

    private List<UUID> ofTheirAgency(UUID document) {
        return jdbc.sql("""
                        SELECT d.owner AS id FROM document d WHERE d.id = :document AND d.owner IS NOT NULL
                        UNION
                        SELECT m.person_id FROM document d JOIN membership m ON m.agency = d.agency AND m.ended_at IS NULL
                          JOIN person_role r ON r.person_id = m.person_id AND r.role = 'COORDINATOR' WHERE d.id = :document
                        """)
                .param("document", document.toString())
                .query((row, number) -> Sql.id(row, "id"))
                .list();
    }
}

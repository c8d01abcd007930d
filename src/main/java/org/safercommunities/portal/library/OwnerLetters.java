package org.safercommunities.portal.library;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.notifications.Letter;
import org.safercommunities.portal.notifications.PersonalLetters;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells somebody, in one mail, that documents of who has left are theirs to answer for: how many, and not which. */
@Component
class OwnerLetters {

    private final PersonalLetters letters;
    private final PersonList people;

    OwnerLetters(PersonalLetters letters, PersonList people) {
        this.letters = letters;
        this.people = people;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(HandedOver message) {
        Map<UUID, String> names = people.names(Set.of(message.from()));
        people.find(message.to())
                .filter(PersonSummary::active)
                .ifPresent(person -> letters.send(
                        letter(message, names.getOrDefault(message.from(), "Somebody")),
                        person,
                        "documents-handed-over",
                        "person:" + message.from()));
    }

    private static Letter letter(HandedOver message, String from) {
        String many = many(message.documents());
        Letter letter = Letter.titled(
                        "You answer for %s more".formatted(many),
                        "You get this because you coordinate the agency that they are from, or belong to the team.")
                .say("%s has left. %s that they answered for %s yours to answer for now."
                        .formatted(from, sentence(many), message.documents() == 1 ? "is" : "are"))
                .say("You are asked when a review is due. You see no more documents by it than before.");
        if (message.unseen() > 0) {
            letter = letter.say("%s not for you to open. Ask the team to choose somebody who can."
                    .formatted(unseen(message.documents(), message.unseen())));
        }
        return letter.button("See them, or choose somebody else", "library/mine");
    }

    private static String many(int documents) {
        return documents == 1 ? "one document" : "%,d documents".formatted(documents);
    }

    private static String unseen(int documents, int unseen) {
        if (documents == 1) {
            return "It is";
        }
        return unseen == 1 ? "One of them is" : "%,d of them are".formatted(unseen);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1);
    }
}

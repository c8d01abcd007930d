package org.safercommunities.portal.notifications;

import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.MoveChanged;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mails about somebody who changes from one agency to another, written in the transaction of what they are about. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MoveLetters {

    private final PersonalLetters letters;
    private final PersonList people;
    private final Agencies agencies;

    MoveLetters(PersonalLetters letters, PersonList people, Agencies agencies) {
        this.letters = letters;
        this.people = people;
        this.agencies = agencies;
    }

    @EventListener
    void on(MoveChanged message) {
        people.find(message.person()).ifPresent(mover -> {
            switch (message.what()) {
                case "asked" -> asked(message, mover);
                case "accepted" -> accepted(message, mover);
                case "declined" -> declined(message, mover);
                default -> {}
            }
        });
    }

    private void asked(MoveChanged message, PersonSummary mover) {
        String from = agencies.nameOf(message.from());
        for (PersonSummary reader : people.coordinators(message.to())) {
            Letter letter = letter("Does %s work with you now?".formatted(mover.name()), message.to(), reader)
                    .say(
                            "%s says that %s moves to %s. Please answer on the page of your colleagues: until you say yes, nothing changes."
                                    .formatted(from, mover.name(), agencies.nameOf(message.to())));
            if (!message.words().isEmpty()) {
                letter = letter.fact("They wrote", message.words());
            }
            send(letter.button("Answer", "agency"), reader, message);
        }
    }

    private void accepted(MoveChanged message, PersonSummary mover) {
        String to = agencies.nameOf(message.to());
        send(
                Letter.titled(
                                "You are with %s now".formatted(to),
                                "You get this because you have an account in the Safer Communities Portal.")
                        .dear(mover.name())
                        .say(
                                "your account in the portal went over to %s. You sign in as before, and see what is shared with %s. What you booked stays booked."
                                        .formatted(to, to))
                        .say(
                                "Groups and roles that you had for %s have ended. If you still need one, ask your coordinator."
                                        .formatted(agencies.nameOf(message.from())))
                        .button("Open the portal", ""),
                mover,
                message);
        for (PersonSummary reader : people.coordinators(message.from())) {
            send(
                    letter("%s is with %s now".formatted(mover.name(), to), message.from(), reader)
                            .say("%s has said yes to the move.".formatted(to)),
                    reader,
                    message);
        }
    }

    private void declined(MoveChanged message, PersonSummary mover) {
        String to = agencies.nameOf(message.to());
        for (PersonSummary reader : people.coordinators(message.from())) {
            send(
                    letter("%s stays with you".formatted(mover.name()), message.from(), reader)
                            .say(
                                    "%s has said no to the move, so nothing has changed. If they have left, end their membership."
                                            .formatted(to))
                            .fact("They wrote", message.words())
                            .button("Colleagues", "agency"),
                    reader,
                    message);
        }
    }

    private Letter letter(String title, String agency, PersonSummary reader) {
        return Letter.titled(
                        title,
                        "You get this because you coordinate %s in the Safer Communities Portal."
                                .formatted(agencies.nameOf(agency)))
                .dear(reader.name());
    }

    private void send(Letter letter, PersonSummary reader, MoveChanged message) {
        letters.send(letter, reader, "move-" + message.what(), "person:" + message.person());
    }
}

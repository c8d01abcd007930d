package org.safercommunities.portal.notifications;

import org.safercommunities.portal.agencies.DataRequest;
import org.safercommunities.portal.agencies.DataRequestAnswered;
import org.safercommunities.portal.agencies.PersonList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The answer to what somebody asked about their own data, written in the transaction of the answer. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DataLetters {

    private final PersonalLetters letters;
    private final PersonList people;

    DataLetters(PersonalLetters letters, PersonList people) {
        this.letters = letters;
        this.people = people;
    }

    @EventListener
    void on(DataRequestAnswered message) {
        DataRequest request = message.request();
        people.find(request.person())
                .ifPresent(person -> letters.send(
                        Letter.titled(
                                        title(request),
                                        "You get this because you asked about your data in the Safer Communities Portal.")
                                .dear(person.name())
                                .say(String.valueOf(request.answer()))
                                .say(
                                        "If you are not content with this answer, reply to this mail, or complain to the Information Commissioner’s Office."),
                        person,
                        "data-request-answered",
                        "person:" + person.id()));
    }

    private static String title(DataRequest request) {
        boolean done = request.state() == DataRequest.State.DONE;
        if (request.kind() == DataRequest.Kind.CORRECTION) {
            return done ? "We have put your data right" : "About the data that you say is wrong";
        }
        return done ? "Your data is being erased" : "About erasing your data";
    }
}

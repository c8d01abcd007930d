package org.safercommunities.portal.library;

import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives a document to somebody else to answer for, with its line in the history and in the trail. */
@Component
class HandingOver {

    private final DocumentHistory history;
    private final ApplicationEventPublisher messages;

    HandingOver(DocumentHistory history, ApplicationEventPublisher messages) {
        this.history = history;
        this.messages = messages;
    }

    /** @param document held by the caller, who has asked whether this person may own it */
    void to(UUID person, Document document, Reader by) {
        String before = document.owner().toString();
        document.answeredForBy(person);
        history.note(document.id(), DocumentField.OWNER, before, person.toString(), by);
        messages.publishEvent(new DocumentStep(
                document.id(), DocumentStep.Kind.HANDED_OVER, Map.of("to", person.toString()), by.actor()));
    }
}

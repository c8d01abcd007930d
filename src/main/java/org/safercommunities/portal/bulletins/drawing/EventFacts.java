package org.safercommunities.portal.bulletins.drawing;

import java.time.LocalDate;
import java.util.List;

/**
 * @param path of its page within the portal, beginning with a slash
 * @param date of its first day
 * @param when “Thursday 10 December 2026, 9.30am to 4pm”
 * @param places a line for each way of taking part: “Online: 38 of 100 places left”
 * @param step what a reader can do about it
 */
public record EventFacts(String title, String path, LocalDate date, String when, List<String> places, Step step) {

    public EventFacts {
        places = List.copyOf(places);
    }

    /** What a reader can do about an event, and with which words. */
    public enum Step {
        BOOK("Book your place"),
        WAIT("Join the waiting list"),
        READ("Read about the event"),
        CANCELLED(""),
        OVER("Look back at the event"),
        DRAFT("Read about the event");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}

package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What events hold on a person stands in their own copy, and only in theirs. */
@PortalIT
class OwnEventsCopyIT {

    private final EventWorld world;
    private final OwnEventsCopy copy;

    OwnEventsCopyIT(@Autowired ApplicationContext portal) {
        world = new EventWorld(portal);
        copy = portal.getBean(OwnEventsCopy.class);
    }

    @Test
    void placesNeedsAndCertificatesOfAPersonAreInTheirCopy() {
        var event = world.event(3);
        String agency = world.somebody.agency("Copy Partnership");
        Reader person = world.somebody.of(agency);
        Reader other = world.somebody.of(agency);
        var booking = world.book(event, person).id();
        world.book(event, other);
        world.jdbc
                .sql("INSERT INTO event_need (booking_id, dietary, access) VALUES (?, 'No nuts', 'A ramp')")
                .param(booking.toString())
                .update();
        world.jdbc
                .sql(
                        "INSERT INTO event_certificate (code, event_id, person_id, issued_at) VALUES (?, ?, ?, UTC_TIMESTAMP(6))")
                .param("COPY" + booking.toString().substring(0, 8))
                .param(event.toString())
                .param(person.personId().toString())
                .update();
        world.jdbc
                .sql("INSERT INTO event_feed (person_id, token, made_at) VALUES (?, ?, UTC_TIMESTAMP(6))")
                .param(person.personId().toString())
                .param("secret-of-" + booking)
                .update();

        String mine = copy.of(person.personId()).toString();
        assertThat(mine)
                .contains(
                        "CONFIRMED",
                        "No nuts",
                        "A ramp",
                        "COPY",
                        booking.toString(),
                        "An event of the tests",
                        "made=20")
                .doesNotContain("secret-of");
        assertThat(copy.of(other.personId()).toString())
                .contains("CONFIRMED")
                .doesNotContain("No nuts", booking.toString(), "COPY");
        assertThat((Map<?, ?>) copy.of(world.somebody.of(agency).personId()))
                .allSatisfy((part, rows) -> assertThat(rows).asList().isEmpty());
    }
}

package org.safercommunities.portal.events;

import java.util.UUID;
import org.safercommunities.portal.agencies.Colleagues;
import org.safercommunities.portal.agencies.Colleagues.Colleague;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.agencies.Role;
import org.springframework.stereotype.Component;

/**
 * The rule of whom somebody may book: editors who run the event anybody, coordinators colleagues of their own agency whom the
 * event is for. Somebody without an account is named, and becomes this person when they first sign in.
 */
@Component
class Attendees {

    private final Colleagues colleagues;
    private final Readers readers;
    private final WhoMaySeeEvent whoMaySee;

    Attendees(Colleagues colleagues, Readers readers, WhoMaySeeEvent whoMaySee) {
        this.colleagues = colleagues;
        this.readers = readers;
        this.whoMaySee = whoMaySee;
    }

    /** @throws InvalidEntry when they cannot be booked; the message says why and what to do */
    Colleague find(Attendee attendee, UUID event, Reader by) {
        Colleague colleague = colleagues.findOrName(attendee.email(), attendee.name(), attendee.agency(), by);
        unlessFor(colleague, attendee, event, by);
        return colleague;
    }

    private void unlessFor(Colleague colleague, Attendee attendee, UUID event, Reader by) {
        boolean admitted = whoMaySee.runs(by, event)
                || readers.of(colleague.id())
                        .filter(reader -> whoMaySee.admits(reader, event))
                        .isPresent();
        if (!admitted) {
            throw new InvalidEntry(
                    "email", "This event is not open to %s. Ask the organisers".formatted(attendee.email()));
        }
    }

    /**
     * The colleague who takes a booking over: of the same agency, found by whoever holds the place too, as long as they have an
     * account; only coordinators and editors name somebody new.
     */
    Colleague findForHandover(Attendee attendee, NewPlace.Booked from, Reader by) {
        boolean mayName = by.is(Role.EDITOR) || by.is(Role.COORDINATOR);
        Colleague colleague = mayName
                ? colleagues.findOrName(attendee.email(), attendee.name(), attendee.agency(), by)
                : colleagues.findInAgency(attendee.email(), from.agency());
        if (!colleague.agency().equals(from.agency())) {
            throw new InvalidEntry("email", "A place stays in its agency: choose a colleague of the same one");
        }
        if (colleague.id().equals(from.person())) {
            throw new InvalidEntry("email", "This is whose place it is. Enter a colleague’s address");
        }
        unlessFor(colleague, attendee, from.event(), by);
        return colleague;
    }
}

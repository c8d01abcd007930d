package org.safercommunities.portal.events.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.util.Duration;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.notifications.CalendarPart;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.PortalAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes calendar files (RFC 5545, RFC 5546). Online sessions have the portal’s own address as their place, which asks for
 * sign-in: whoever gets hold of an entry learns no more than when it is.
 */
@Component
public class CalendarFiles {

    private static final String TEAM = "Kent Community Safety Team";

    private final String portal;
    private final Contact contact;
    private final Clock clock;

    CalendarFiles(@Value("${portal.url}") String portal, Contact contact, Clock clock) {
        this.portal = PortalAddress.withSlash(portal);
        this.contact = contact;
        this.clock = clock;
    }

    /** Whose calendar it is. */
    public record Guest(String name, String email) {}

    /** Puts an entry into the calendar of somebody who has a place, or changes the one that is there. */
    public CalendarPart request(CalendarEntry entry, Guest guest) {
        return invitation(entry, guest, CalendarPart.Method.REQUEST, Status.confirmed());
    }

    /** Takes the entry out again. */
    public CalendarPart cancel(CalendarEntry entry, Guest guest) {
        return invitation(entry, guest, CalendarPart.Method.CANCEL, Status.cancelled());
    }

    /** A calendar to subscribe to. */
    String feed(List<CalendarEntry> entries) {
        ICalendar calendar = calendar("PUBLISH");
        calendar.setName("Safer Communities events");
        calendar.addExperimentalProperty("X-WR-CALNAME", "Safer Communities events");
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        return published(calendar, entries);
    }

    /** Entries to put into a calendar by hand, once. */
    String entries(List<CalendarEntry> entries) {
        return published(calendar("PUBLISH"), entries);
    }

    private String published(ICalendar calendar, List<CalendarEntry> entries) {
        for (CalendarEntry entry : entries) {
            VEvent event = event(entry);
            event.setStatus(entry.tentative() ? Status.tentative() : Status.confirmed());
            calendar.addEvent(event);
        }
        return written(calendar);
    }

    private CalendarPart invitation(CalendarEntry entry, Guest guest, CalendarPart.Method method, Status status) {
        ICalendar calendar = calendar(method.name());
        VEvent event = event(entry);
        event.setStatus(status);
        Attendee attendee = new Attendee(parameter(guest.name()), guest.email());
        attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
        // They have said yes by booking; the team needs no answer from their calendar
        attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
        attendee.setRsvp(false);
        event.addAttendee(attendee);
        calendar.addEvent(event);
        return new CalendarPart(method, written(calendar));
    }

    private static ICalendar calendar(String method) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Kent Community Safety Team//Safer Communities Portal//EN");
        calendar.setMethod(new Method(method));
        calendar.getTimezoneInfo().setDefaultTimezone(KentTime.zone());
        return calendar;
    }

    private VEvent event(CalendarEntry entry) {
        VEvent event = new VEvent();
        event.setUid(entry.uid());
        event.setSequence(entry.sequence());
        event.setDateTimeStamp(date(clock.instant()));
        event.setDateStart(date(entry.start()));
        event.setDateEnd(date(entry.end()));
        event.setSummary(line(entry.summary()));
        event.setLocation(line(location(entry)));
        event.setDescription(text(description(entry)));
        event.setUrl(page(entry));
        event.setOrganizer(new Organizer(TEAM, contact.email()));
        event.setTransparency(entry.tentative());
        return event;
    }

    private String location(CalendarEntry entry) {
        return entry.mode() == Mode.ONLINE
                ? join(entry)
                : Stream.of(entry.venue().name(), entry.venue().address())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    private String description(CalendarEntry entry) {
        if (entry.mode() == Mode.ONLINE) {
            return "Join: " + join(entry)
                    + "\nYou sign in first, then the page leads you to the meeting.\n\nAbout the event: " + page(entry);
        }
        String access = entry.venue().access();
        return (access.isEmpty() ? "" : "Getting in: " + access + "\n\n") + "About the event: " + page(entry);
    }

    private String page(CalendarEntry entry) {
        return portal + "events/" + entry.event();
    }

    private String join(CalendarEntry entry) {
        return page(entry) + "/join/" + entry.session();
    }

    private static String written(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            // It would count characters, and the limit is in bytes
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return FoldedLines.of(text.toString());
    }

    @SuppressWarnings("JavaUtilDate") // what the library takes
    private static Date date(Instant moment) {
        return Date.from(moment);
    }

    /** Several lines of text, without what is no text. */
    private static String text(String typed) {
        return typed.replaceAll("\\R", "\n").replaceAll("[\\p{Cc}\\p{Cs}&&[^\n]]", "");
    }

    private static String line(String typed) {
        return text(typed).replaceAll("\\s*\n\\s*", ", ");
    }

    /** A name beside an address, where quotation marks cannot stand. */
    private static String parameter(String typed) {
        return line(typed).replace('"', '\'');
    }
}

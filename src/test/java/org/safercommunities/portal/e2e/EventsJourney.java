package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.events.BookingOutcome;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.Places;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.events.Talk;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody with a phone and a keyboard finds an event, books, waits, is offered a place, takes it, and gives it up. */
@PortalIT
@WithKeycloak
class EventsJourney {

    /** Of no other test's event: many of those stand in the list, before this one or after it by the hour of the day. */
    private static final String TOPIC = "road-safety";

    private static final int MOST_TABS = 200;

    @Autowired
    private ApplicationContext portal;

    private final String title =
            "Safer evenings " + UUID.randomUUID().toString().substring(0, 6);
    private Visitor practitioner;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        practitioner = new Visitor();
    }

    @AfterEach
    void leave() {
        practitioner.close();
    }

    @Test
    void aPlaceIsBookedWithTheKeyboardAlone() {
        UUID event = event(Map.of(Mode.IN_PERSON, 12, Mode.ONLINE, 100));
        practitioner.open("/events?topic=" + TOPIC);
        practitioner.signIn("practitioner@dover.example");
        practitioner.page.locator("h1").waitFor();
        practitioner.sees("Events");
        assertThat(link(title)).isVisible();
        practitioner.everybodyCanUse("events");
        practitioner.open("/events?show=month&month=" + start().toString().substring(0, 7) + "&topic=" + TOPIC);
        assertThat(link(title).first()).isVisible();
        practitioner.everybodyCanUse("events-month");

        practitioner.page.setViewportSize(390, 800);
        practitioner.open("/events?topic=" + TOPIC);
        tabTo(title);
        practitioner.page.keyboard().press("Enter");
        practitioner.sees(title);
        practitioner.everybodyCanUse("event");
        practitioner.page.setViewportSize(390, 800);
        tabTo("Book a place");
        practitioner.page.keyboard().press("Enter");
        assertThat(heading("You have a place")).isVisible();
        practitioner.everybodyCanUse("event-booked");

        practitioner.open("/bookings");
        assertThat(link(title)).isVisible();
        practitioner.everybodyCanUse("bookings");
        practitioner.open("/events/%s/join/%s".formatted(event, UUID.randomUUID()));
        practitioner.sees("We cannot find this page");
        practitioner.open("/");
        assertThat(heading("My bookings")).isVisible();
        practitioner.everybodyCanUse("home-with-events");
    }

    @Test
    void whoWaitsIsOfferedWhatAnotherGivesUp() {
        UUID event = event(Map.of(Mode.IN_PERSON, 1));
        Reader other = reader("practitioner@swale.example");
        BookingOutcome first = portal.getBean(Bookings.class).book(event, BookingWish.of(Mode.IN_PERSON), other);
        practitioner.open("/events/" + event);
        practitioner.signIn("practitioner@dover.example");
        practitioner.page.locator("h1").waitFor();
        practitioner.sees(title);
        assertThat(practitioner.page.getByText("you would be 1st")).isVisible();
        practitioner.everybodyCanUse("event-full");
        button("Join the waiting list").click();
        assertThat(heading("You are on the waiting list")).isVisible();
        practitioner.everybodyCanUse("event-waiting");

        portal.getBean(Places.class).cancel(first.id(), other);
        practitioner.open("/bookings");
        assertThat(practitioner.page.getByText("A place has come free for you")).isVisible();
        practitioner.everybodyCanUse("bookings-offered");
        practitioner.open("/");
        assertThat(practitioner.page.getByText("A place has come free for you")).isVisible();
        practitioner.everybodyCanUse("home-offered");
        link("See the offer").click();
        assertThat(heading("A place is free for you")).isVisible();
        practitioner.everybodyCanUse("event-offered");
        button("Accept the place").click();
        assertThat(heading("You have a place")).isVisible();
        button("Cancel my booking").click();
        practitioner
                .page
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel my booking"))
                .click();
        assertThat(practitioner.page.getByText("Your booking is cancelled.")).isVisible();
        assertThat(heading("Book a place")).isVisible();
    }

    private void tabTo(String words) {
        // The page is there before what it shows
        practitioner
                .page
                .getByText(words, new Page.GetByTextOptions().setExact(true))
                .last()
                .waitFor();
        for (int tab = 0; tab < MOST_TABS; tab++) {
            practitioner.page.keyboard().press("Tab");
            if (String.valueOf(practitioner.page.evaluate("document.activeElement.textContent"))
                    .strip()
                    .equals(words)) {
                return;
            }
        }
        assertThat(words).as("reached with the keyboard").isEmpty();
    }

    private Locator link(String name) {
        return practitioner.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private Locator button(String name) {
        return practitioner.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private Locator heading(String name) {
        return practitioner.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static Instant start() {
        return Instant.now()
                .plus(30, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.DAYS)
                .plus(10, ChronoUnit.HOURS);
    }

    private UUID event(Map<Mode, Integer> capacity) {
        Instant start = start();
        SessionPlan session = new SessionPlan(
                null,
                "",
                "",
                start,
                start.plus(3, ChronoUnit.HOURS),
                new Venue(
                        "Oast Hall",
                        "12 Mill Lane, Maidstone",
                        "https://maps.example/oast-hall",
                        "Hearing loop. Step-free."),
                "https://meet.example/evenings",
                SessionPlan.JOIN_OPENS_MINUTES,
                capacity,
                List.of(),
                List.of(
                        new Talk(
                                "Welcome and the year in ten pictures",
                                "Hazel Cobnut, Kent Community Safety Team",
                                30,
                                ""),
                        new Talk("What the reviews ask of us", "Bramley Oast, Kent Fire and Rescue Service", 60, ""),
                        new Talk("Questions", "", null, "")));
        EventPlan plan = new EventPlan(
                title,
                EventKind.CONFERENCE,
                "A day for everyone whose work touches **community safety**.\n\n- Slides within a week\n- A certificate",
                Set.of(TOPIC),
                Audience.ofEveryone(),
                null,
                null,
                null,
                false,
                EventPlan.OFFER_HOURS,
                EventPlan.REMINDER_DAYS,
                true,
                true,
                List.of(session));
        EventPlanning planning = portal.getBean(EventPlanning.class);
        Reader editor = reader("editor@kcst.example");
        UUID id = planning.draft(plan, editor);
        planning.publish(id, editor);
        return id;
    }

    private Reader reader(String email) {
        return portal.getBean(Readers.class)
                .of(portal.getBean(PersonList.class)
                        .findByEmail(email)
                        .orElseThrow()
                        .id())
                .orElseThrow();
    }
}

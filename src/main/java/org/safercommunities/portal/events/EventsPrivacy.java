package org.safercommunities.portal.events;

import java.util.List;
import org.safercommunities.portal.shared.privacy.Basis;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Forgetting;
import org.safercommunities.portal.shared.privacy.Keeping;
import org.safercommunities.portal.shared.privacy.Nobodys;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.PrivacyRules;
import org.safercommunities.portal.shared.privacy.Retention;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rules of events. Attendance is a number that agencies plan by, so bookings stay with the id of somebody who is no longer known;
 * a certificate’s code stays too, for whoever was shown it, and then names nobody.
 */
@Component
@Order(300)
class EventsPrivacy implements PrivacyRules, Forgetting {

    private final JdbcClient jdbc;

    EventsPrivacy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String area() {
        return "Events";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(
                PersonalRule.of("places", "Your places at events, every step of them, and whether you came")
                        .because(Basis.PUBLIC_TASK, "places are given out fairly, and you can show that you came")
                        .seenBy("Those who run the event; your agency’s coordinator")
                        .kept(Keeping.until("your account is erased"), Fate.PSEUDONYMISED)
                        .onLeaving(Fate.PSEUDONYMISED)
                        .copied("events")
                        .in(
                                "event_booking",
                                "id event_id person_id agency booked_by booked_at group_id automatic ended_at current")
                        .in(
                                "event_place",
                                "id booking_id session_id pool_id agency state ticket replaces offered_at lapses_at reason"
                                        + " attendance changed_at live")
                        .in(
                                "event_place_step",
                                "id place_id pool_id booking_id agency from_state to_state reason actor at")
                        .in("event_reminder", "place_id days sent_at")
                        .in("event_invitation", "session_id person_id sequence cancelled"),
                PersonalRule.of("needs", "What you said that you need at an event: food, and access")
                        .because(Basis.EXPLICIT_CONSENT, "you can take part")
                        .seenBy("Those who run the event")
                        .kept(Keeping.days(1, "after the event"), Fate.ERASED)
                        .copied("events")
                        .in("event_need", "booking_id dietary access"),
                PersonalRule.of("certificates", "Your certificates of attendance")
                        .because(Basis.PUBLIC_TASK, "you can show that you came, and others can check it")
                        .seenBy("Whoever you show the code; those who run the event")
                        .kept(Keeping.until("your account is erased"), Fate.PSEUDONYMISED)
                        .onLeaving(Fate.PSEUDONYMISED)
                        .copied("events")
                        .in("event_certificate", "code event_id person_id issued_at"),
                PersonalRule.of("calendar-address", "The address of your own calendar")
                        .because(Basis.PUBLIC_TASK, "your calendar shows your places")
                        .kept(Keeping.until("you renew it, or your account is erased"), Fate.ERASED)
                        .copied("events")
                        .notCopied("The secret in it: whoever gets hold of the copy could follow your calendar.")
                        .in("event_feed", "person_id token made_at"),
                PersonalRule.of("event-letters", "Letters about a place that wait to be written")
                        .because(Basis.PUBLIC_TASK, "you are told of what changed")
                        .seenBy("Nobody")
                        .kept(Keeping.until("the letter is written, within minutes"), Fate.ERASED)
                        .notCopied("They are mails minutes later, which the copy has.")
                        .in("event_notice", "id kind event_id booking_id place_id subject words due_at attempts"),
                PersonalRule.of("event-work", "That you wrote an event, or speak at one")
                        .on("Editors and speakers")
                        .because(Basis.PUBLIC_TASK, "it is known who answers for it and who speaks")
                        .seenBy("Who made it: those who run the event. Speakers: everybody who may see the event")
                        .kept(Keeping.until("the event is deleted"), Fate.PSEUDONYMISED)
                        .onLeaving(Fate.PSEUDONYMISED)
                        .copied("eventWork")
                        .notCopied("Names of speakers, which are words of the event and tied to no account.")
                        .in("event", "created_by")
                        .in("event_talk", "speaker"),
                PersonalRule.of("event-audience", "That an event was meant for you by name")
                        .because(Basis.PUBLIC_TASK, "you see what is meant for you")
                        .seenBy("Those who run the event")
                        .kept(Keeping.until("the event is deleted"), Fate.PSEUDONYMISED)
                        .onLeaving(Fate.PSEUDONYMISED)
                        .copied("eventWork")
                        .in("event_audience", "event_id token"));
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of(
                Nobodys.of(
                        "event",
                        "id title kind description state template agency created_at publish_at published_at cancelled_at"
                                + " cancel_reason registration_opens registration_closes cancel_until approval offer_hours"
                                + " reminder_days asks_dietary asks_access starts_at ends_at needs_deleted_at version",
                        "What the event is"),
                Nobodys.of("event_talk", "session_id position title minutes summary", "What the talk is"),
                Nobodys.of("event_topic", "event_id topic", "What the event is about"),
                Nobodys.of(
                        "event_session",
                        "id event_id position title description start_at end_at venue_name venue_address venue_map venue_access"
                                + " joining_link join_opens_minutes removed_at",
                        "When and where the event is"),
                Nobodys.of("event_pool", "id session_id mode capacity taken next_ticket", "How many places there are"),
                Nobodys.of(
                        "event_allocation", "pool_id agency minimum maximum release_at", "How many are for an agency"),
                Nobodys.of("event_document", "event_id document_id position", "Which documents belong to the event"),
                Nobodys.of("event_pack", "event_id pack_id", "Which pack delegates get"));
    }

    @Override
    public void forget(Leaver leaver) {
        String mine = "booking_id IN (SELECT b.id FROM event_booking b WHERE b.person_id = ?)";
        for (String statement : List.of(
                "DELETE FROM event_need WHERE " + mine,
                "UPDATE event_place SET reason = NULL WHERE " + mine,
                "UPDATE event_place_step SET reason = NULL WHERE " + mine,
                "DELETE FROM event_notice WHERE " + mine,
                "DELETE FROM event_feed WHERE person_id = ?")) {
            jdbc.sql(statement).param(leaver.id()).update();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Times {

        @Bean
        Retention needsAfterEventsInTime(NeedsAfterwards needs) {
            return new Retention(
                    "needs", "Needs said for events that are over", Fate.ERASED, needs::due, needs::catchUp);
        }
    }
}

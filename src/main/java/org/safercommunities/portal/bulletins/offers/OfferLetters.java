package org.safercommunities.portal.bulletins.offers;

import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.notifications.Letter;
import org.safercommunities.portal.notifications.PersonalLetters;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mails to whoever offered an item: that it is taken in, declined and why, or has gone out. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OfferLetters {

    private static final String REASON =
            "You get this because you offered an item for a bulletin of the Kent Community Safety Team.";

    private final OfferReading reading;
    private final OfferTable rows;
    private final PersonList people;
    private final PersonalLetters letters;

    OfferLetters(OfferReading reading, OfferTable rows, PersonList people, PersonalLetters letters) {
        this.reading = reading;
        this.rows = rows;
        this.people = people;
        this.letters = letters;
    }

    @EventListener
    void on(OfferMessage message) {
        switch (message.what()) {
            case "taken-in" -> {
                if (rows.tellOnce(message.offer())) {
                    send(message, OfferLetters::takenIn);
                }
            }
            case "declined" -> send(message, OfferLetters::declined);
            case "published" -> send(message, OfferLetters::published);
            default -> {}
        }
    }

    private interface Words {
        Letter of(OfferDetails offer, PersonSummary to);
    }

    private void send(OfferMessage message, Words words) {
        Optional<OfferDetails> offer = reading.find(message.offer(), Reader.portal());
        Optional<PersonSummary> to =
                offer.map(OfferDetails::offeredBy).flatMap(people::find).filter(PersonSummary::active);
        if (to.isPresent()) {
            letters.send(
                    words.of(offer.get(), to.get()),
                    to.get(),
                    "offer-" + message.what(),
                    "bulletin-offer:" + message.offer());
        }
    }

    private static Letter takenIn(OfferDetails offer, PersonSummary to) {
        return begun("Taken in: ", offer, to)
                .say("thank you. The Kent Community Safety Team has taken your item into %s."
                        .formatted(bulletin(offer)))
                .say("It may still edit it. Whatever it changes, you see on the page of your item.")
                .button("See your item", page(offer.id()));
    }

    private static Letter declined(OfferDetails offer, PersonSummary to) {
        return begun("Declined: ", offer, to)
                .say("thank you for your item. The Kent Community Safety Team does not take it, for this reason:")
                .fact("Reason", String.valueOf(offer.reason()))
                .say("You can change it and offer it again.")
                .button("See your item", page(offer.id()));
    }

    private static Letter published(OfferDetails offer, PersonSummary to) {
        return begun("Published: ", offer, to)
                .say("your item has gone out with %s, and says that it is from %s."
                        .formatted(bulletin(offer), offer.agencyName()))
                .button("See what went out", page(offer.id()));
    }

    private static Letter begun(String what, OfferDetails offer, PersonSummary to) {
        return Letter.titled(what + offer.content().title(), REASON).dear(to.name());
    }

    private static String bulletin(OfferDetails offer) {
        OfferDetails.Place place = offer.bulletin();
        return place == null ? "a bulletin" : "“%s”".formatted(place.title());
    }

    private static String page(UUID offer) {
        return "bulletins/offers/" + offer;
    }
}

package org.safercommunities.portal.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.offers.CallsForItems;
import org.safercommunities.portal.bulletins.offers.OfferContent;
import org.safercommunities.portal.bulletins.offers.OfferDesk;
import org.safercommunities.portal.bulletins.offers.Offers;
import org.safercommunities.portal.shared.Dates;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What agencies of the demonstration offer for its newsletter: some wait, one is edited, one taken in, one declined, one a draft. */
@Component
@ConditionalOnBooleanProperty("portal.demo")
class DemoOffers {

    private static final String EDITOR = "editor@kcst.example";
    private static final int DAYS = 10;

    private final CallsForItems calls;
    private final Offers offers;
    private final OfferDesk desk;
    private final Clock clock;

    DemoOffers(CallsForItems calls, Offers offers, OfferDesk desk, Clock clock) {
        this.calls = calls;
        this.offers = offers;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param as somebody by their address */
    void putIn(UUID newsletter, Function<String, Reader> as) {
        Reader editor = as.apply(EDITOR);
        calls.set(
                newsletter,
                LocalDate.ofInstant(clock.instant(), Dates.KENT)
                        .plusDays(DAYS)
                        .atTime(LocalTime.of(17, 0))
                        .atZone(Dates.KENT)
                        .toInstant(),
                editor);
        Reader swale = as.apply("practitioner@swale.example");
        UUID walks = offers.begin(
                says(
                        "Evening walks through the town centre",
                        "Every Thursday two wardens and a youth worker are walking through the town centre between six and nine in"
                                + " the evening. People is stopping to talk.\n\n- Ask for a yellow jacket\n- Bring a friend",
                        "https://swale.example/walks"),
                newsletter,
                true,
                swale);
        desk.takeIn(walks, newsletter, editor);
        UUID lights = offers.begin(
                says(
                        "New lights on the path by the station",
                        "The path by the station is lit since the first of the month, after residents have asked for it at three"
                                + " meetings in a row.",
                        ""),
                newsletter,
                true,
                as.apply("coordinator@thanet.example"));
        desk.edit(
                lights,
                1,
                says(
                        "Light on the path by the station",
                        "The path by the station has been lit since the first of the month. Residents had asked for it at three"
                                + " meetings.",
                        ""),
                editor);
        offers.begin(
                says(
                        "Doorstep fraud: what to tell residents",
                        "Callers say that they are from the water company. **Nobody needs to let them in.** Please pass this on to"
                                + " residents who live alone.",
                        "https://kentpolice.example/doorstep"),
                newsletter,
                true,
                as.apply("officer@kentpolice.example"));
        UUID raffle = offers.begin(
                says("Raffle at the summer fête", "Tickets are two pounds each.", ""),
                newsletter,
                true,
                as.apply("warden@kcc.example"));
        desk.decline(raffle, "The newsletter goes out after the fête. We are glad to take a report of it.", editor);
        offers.begin(
                says("Home fire safety visits", "Who can ask for one, and how:", ""),
                newsletter,
                false,
                as.apply("board@kfrs.example"));
    }

    private static OfferContent says(String title, String words, String link) {
        return new OfferContent(title, words, link, null, "");
    }
}

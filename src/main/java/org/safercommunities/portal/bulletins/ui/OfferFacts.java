package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safercommunities.portal.bulletins.offers.OfferDetails;
import org.safercommunities.portal.bulletins.offers.OfferReading;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Facts;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.shared.ui.Timeline;

/** Whose item it is, for which bulletin, and what was done with it. The agency is told what the team did, not who of it. */
final class OfferFacts extends Div {

    private static final String TEAM = "Kent Community Safety Team";

    OfferFacts(OfferServices services, OfferDetails offer) {
        addClassName("sc-stack");
        List<OfferReading.Step> steps = services.reading().steps(offer.id(), services.reader());
        Set<UUID> people = Stream.concat(
                        steps.stream().map(OfferReading.Step::person).filter(Objects::nonNull),
                        Stream.of(offer.createdBy()))
                .collect(Collectors.toSet());
        Map<UUID, String> names = services.names(people);
        Facts facts = new Facts()
                .fact("From", offer.agencyName())
                .fact("Begun by", names.getOrDefault(offer.createdBy(), "somebody"));
        OfferDetails.Wish wish = offer.wished();
        facts.fact("Wished for", wish == null ? OfferWords.NEXT_ONE : wish.title());
        Instant until = wish == null ? null : wish.until();
        if (until != null) {
            facts.fact("Items are welcome until", Dates.moment(until));
        }
        add(new Sheet(facts));
        if (!steps.isEmpty()) {
            Timeline timeline = new Timeline();
            for (OfferReading.Step step : steps) {
                String who = OfferWords.byTeam(step) || step.person() == null
                        ? TEAM
                        : names.getOrDefault(step.person(), "somebody");
                String words = "%s, %s".formatted(who, Dates.moment(step.at()));
                String said = step.words();
                if (step == steps.getFirst()) {
                    timeline.current(OfferWords.step(step), said == null ? words : words + ". " + said);
                } else {
                    timeline.past(OfferWords.step(step), said == null ? words : words + ". " + said);
                }
            }
            add(new Sheet(new H2("What was done"), timeline));
        }
    }
}

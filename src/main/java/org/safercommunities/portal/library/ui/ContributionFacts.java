package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.library.contributions.ContributionContent;
import org.safercommunities.portal.library.contributions.ContributionDetails;
import org.safercommunities.portal.library.contributions.ContributionReading;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.ui.Facts;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Timeline;

/** What its author said of an offered document, and what was done with it. They are told what the team did, not who of it. */
final class ContributionFacts {

    private ContributionFacts() {}

    static Facts of(ContributionServices services, ContributionDetails offer, LibraryWords.Names names) {
        ContributionContent said = offer.content();
        String author = services.names(Set.of(offer.author())).getOrDefault(offer.author(), "somebody");
        Facts facts = new Facts()
                .fact("From", offer.agencyName())
                .fact("Offered by", author)
                .fact("Credited", said.named() ? "%s, %s".formatted(author, offer.agencyName()) : offer.agencyName());
        if (offer.isNewerVersion()) {
            facts.fact("What has changed", said.note().isEmpty() ? "Not said yet" : said.note());
        } else {
            facts.fact("Who should see it", said.audienceWish().isEmpty() ? "Everyone" : said.audienceWish());
            facts.fact("Kind", names.kind(said.kind()));
            if (!said.topics().isEmpty()) {
                facts.fact(
                        "Topics",
                        said.topics().stream().map(names::topic).sorted().collect(Collectors.joining(", ")));
            }
        }
        if (!said.handling().isEmpty()) {
            facts.fact("How to handle it", said.handling());
        }
        VersionSummary file = offer.file();
        if (file != null) {
            facts.fact("File", "%s, %s".formatted(file.fileName(), FileSize.of(file.size())));
        }
        return facts.fact(
                "Confirmed",
                said.mayShare() && said.noPersonalData()
                        ? "May be shared and used again; no personal data"
                        : "Not yet");
    }

    static Div steps(ContributionServices services, ContributionDetails offer) {
        List<ContributionReading.Step> steps = services.reading().steps(offer.id(), services.reader());
        Div place = new Div();
        if (steps.isEmpty()) {
            return place;
        }
        Map<UUID, String> names = services.names(Stream.concat(
                        steps.stream().map(ContributionReading.Step::person).filter(Objects::nonNull),
                        Stream.of(offer.author()))
                .collect(Collectors.toSet()));
        Timeline timeline = new Timeline();
        for (ContributionReading.Step step : steps) {
            UUID person = step.person();
            String who = ContributionWords.byTeam(step) || person == null
                    ? ContributionWords.TEAM
                    : names.getOrDefault(person, "somebody");
            String words = "%s, %s".formatted(who, Dates.moment(step.at()));
            String said = step.words();
            String all = said == null ? words : words + ". " + said;
            if (step == steps.getFirst()) {
                timeline.current(ContributionWords.step(step), all);
            } else {
                timeline.past(ContributionWords.step(step), all);
            }
        }
        place.add(new PageSection("What was done", timeline));
        return place;
    }
}

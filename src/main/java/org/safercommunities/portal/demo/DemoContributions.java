package org.safercommunities.portal.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.demo.papers.Paper;
import org.safercommunities.portal.demo.papers.PaperForm;
import org.safercommunities.portal.demo.papers.PaperText;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.contributions.ContributionContent;
import org.safercommunities.portal.library.contributions.ContributionDesk;
import org.safercommunities.portal.library.contributions.ContributionIntake;
import org.safercommunities.portal.library.contributions.Contributions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What practitioners of the demonstration offer for its library: two documents wait, one was declined. */
@Component
@ConditionalOnBooleanProperty("portal.demo")
class DemoContributions {

    private final DemoSeed seed;
    private final Contributions contributions;
    private final ContributionIntake intake;
    private final ContributionDesk desk;
    private final PersonList people;
    private final Readers readers;

    DemoContributions(
            DemoSeed seed,
            Contributions contributions,
            ContributionIntake intake,
            ContributionDesk desk,
            PersonList people,
            Readers readers) {
        this.seed = seed;
        this.contributions = contributions;
        this.intake = intake;
        this.desk = desk;
        this.people = people;
        this.readers = readers;
    }

    void putIn() throws IOException {
        offer(
                "notice",
                "practitioner@dover.example",
                "Dover District Council",
                "Warning notice before a community protection notice.docx",
                says(
                        "Warning notice before a community protection notice",
                        "A template letter for wardens and housing officers, with the parts to fill in marked.",
                        "template",
                        "anti-social-behaviour",
                        ""),
                "Dear [name],\n\nOn [date] we saw [what happened] at [place]. Please [what to do] by [date].\n\n"
                        + "## If nothing changes\n\nWe may then give you a community protection notice.",
                "");
        offer(
                "case-study",
                "practitioner@swale.example",
                "Swale Borough Council",
                "Lighting an alley - case study.pdf",
                says(
                        "Lighting an alley: a case study",
                        "What residents, the parish and the council did about one dark alley, what it cost and what changed.",
                        "guidance",
                        "early-intervention-prevention-and-education",
                        "Community safety officers of the districts, until the parish has agreed to more."),
                "## What was wrong\n\nThe alley was dark, and nobody used it after five.\n\n"
                        + "## What was done\n\nThree lamps, a mirror, and a hedge cut back twice a year.",
                "");
        offer(
                "poster",
                "warden@kcc.example",
                "Kent County Council",
                "Bike marking day.pdf",
                says(
                        "Poster for a bike marking day",
                        "A poster for one day in one town.",
                        "campaign",
                        "road-safety",
                        ""),
                "Bring your bike to the market square. It takes five minutes.",
                "It names one day and one place. A version with both left open would help everyone.");
    }

    /** @param declined why the team does not take it; empty when it waits */
    private void offer(
            String key,
            String author,
            String agency,
            String fileName,
            ContributionContent content,
            String text,
            String declined)
            throws IOException {
        String item = "contribution:" + key;
        if (!seed.has(item)) {
            Reader by = as(author);
            Paper paper = new Paper(
                    content.title(),
                    content.description(),
                    agency,
                    "Version 1",
                    Marking.OFFICIAL.label(),
                    false,
                    PaperText.blocks(text),
                    text);
            StoredFile file = intake.take(
                    new ByteArrayInputStream(PaperForm.byEnding(fileName).make(paper)), fileName, by);
            seed.once(item, () -> {
                UUID id = contributions.begin(content, file, null, by);
                contributions.send(id, by);
                if (!declined.isEmpty()) {
                    desk.decline(id, declined, as("editor@kcst.example"));
                }
            });
        }
    }

    private static ContributionContent says(
            String title, String description, String kind, String topic, String audienceWish) {
        return new ContributionContent(
                title, description, kind, Set.of(topic), Marking.OFFICIAL, "", audienceWish, "", true, true, true);
    }

    private Reader as(String email) {
        return people.findByEmail(email)
                .map(PersonSummary::id)
                .flatMap(readers::of)
                .orElseThrow(() -> new IllegalStateException("Nobody in the demonstration has the address " + email));
    }
}

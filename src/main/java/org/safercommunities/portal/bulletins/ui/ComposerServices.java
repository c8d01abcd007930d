package org.safercommunities.portal.bulletins.ui;

import java.time.Clock;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.bulletins.BulletinPlan;
import org.safercommunities.portal.bulletins.BulletinPresence;
import org.safercommunities.portal.bulletins.BulletinReading;
import org.safercommunities.portal.bulletins.BulletinSteps;
import org.safercommunities.portal.bulletins.BulletinTestMails;
import org.safercommunities.portal.bulletins.BulletinWriting;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.NewSince;
import org.safercommunities.portal.bulletins.ReadyToSend;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.shared.Dates;
import org.springframework.stereotype.Component;

/** What the pages on which bulletins are written and sent work with. */
@Component
record ComposerServices(
        Bulletins bulletins,
        BulletinWriting writing,
        BulletinSteps steps,
        BulletinTestMails tests,
        BulletinReading reading,
        ReadyToSend readyToSend,
        NewSince newSince,
        BlockChoices choices,
        BulletinPresence presence,
        Agencies agencies,
        Groups groups,
        Topics topics,
        PersonList people,
        Readers readers,
        CurrentReader reader,
        Clock clock) {

    PreviewPane preview() {
        return new PreviewPane(reading, readers, people, reader.get());
    }

    AudienceForm audience(Composer composer) {
        BulletinPlan plan = composer.plan();
        return new AudienceForm(
                plan.audience(),
                plan.accountOnly(),
                names(),
                choices.events(plan.audience().attendedEvent()),
                form -> composer.change(before -> new BulletinPlan(
                        before.title(),
                        before.kind(),
                        before.subject(),
                        form.audience(),
                        before.blocks(),
                        form.accountOnly())));
    }

    private AudienceForm.Names names() {
        Map<String, String> agencyNames = new LinkedHashMap<>();
        agencies.all().stream().filter(AgencySummary::active).forEach(one -> agencyNames.put(one.slug(), one.name()));
        Map<String, String> groupNames = new LinkedHashMap<>();
        groups.all().stream().filter(GroupSummary::active).forEach(one -> groupNames.put(one.slug(), one.name()));
        Map<String, String> topicNames = new LinkedHashMap<>();
        topics.current().forEach(one -> topicNames.put(one.slug(), one.name()));
        return new AudienceForm.Names(agencyNames, groupNames, topicNames);
    }

    List<BlockCard.Found> findings(Composer composer) {
        return readyToSend.findings(composer.plan(), reader.get()).stream()
                .map(finding -> new BlockCard.Found(finding.block(), finding.stops(), finding.words()))
                .toList();
    }

    String name(UUID person) {
        return people.names(Set.of(person)).getOrDefault(person, "Somebody");
    }

    /** “10.42am”. */
    String now() {
        return Dates.time(
                LocalTime.now(clock.withZone(Dates.KENT)).withSecond(0).withNano(0));
    }
}

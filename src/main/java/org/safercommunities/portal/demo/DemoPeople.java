package org.safercommunities.portal.demo;

import java.time.LocalDate;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.FirstPeople;
import org.safercommunities.portal.agencies.FirstPerson;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.MembershipReviews;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.sharing.SharingAgreements;
import org.safercommunities.portal.demo.DemoWorld.DemoAgency;
import org.safercommunities.portal.demo.DemoWorld.DemoGroup;
import org.safercommunities.portal.shared.Dates;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Puts the demonstration's agencies, people and groups in. */
@Component
@ConditionalOnBooleanProperty("portal.demo")
class DemoPeople {

    private static final String AGREEMENT = "2026";
    /** Whose coordinator is asked to look through their colleagues. */
    private static final String REVIEWED = "thanet-district-council";

    private final DemoSeed seed;
    private final FirstPeople firstPeople;
    private final PersonList people;
    private final Groups groups;
    private final MembershipReviews reviews;
    private final Agencies agencies;
    private final SharingAgreements agreements;

    DemoPeople(
            DemoSeed seed,
            FirstPeople firstPeople,
            PersonList people,
            Groups groups,
            MembershipReviews reviews,
            Agencies agencies,
            SharingAgreements agreements) {
        this.seed = seed;
        this.firstPeople = firstPeople;
        this.people = people;
        this.groups = groups;
        this.reviews = reviews;
        this.agencies = agencies;
        this.agreements = agreements;
    }

    void putIn(DemoWorld world) {
        for (DemoAgency agency : world.agencies()) {
            seed.once("agency:" + agency.slug(), () -> firstPeople.agency(agency.slug(), agency.description()));
        }
        seed.once("sharing-agreement", this::sign);
        for (FirstPerson person : world.people()) {
            seed.once("person:" + person.email(), () -> firstPeople.person(person));
        }
        for (DemoGroup group : world.groups()) {
            seed.once("group:" + group.name(), () -> create(group));
        }
        seed.once("review:" + REVIEWED, () -> reviews.begin(REVIEWED, Reader.portal()));
    }

    /** Everybody in the demonstration has signed, so that it can be seen what a lapse takes away. */
    private void sign() {
        agreements.addVersion(AGREEMENT, Reader.portal());
        LocalDate signed = Dates.today().minusDays(40);
        // Whoever else is there by now too: nobody loses anything by the demonstration growing
        for (AgencySummary agency : agencies.all()) {
            agreements.sign(agency.slug(), AGREEMENT, signed, "Chief officer", signed.plusYears(2), Reader.portal());
        }
        agreements.putInForce(AGREEMENT, signed, Reader.portal());
    }

    private void create(DemoGroup group) {
        GroupSummary made = groups.create(group.kind(), group.name(), group.description(), Reader.portal());
        for (String member : group.members()) {
            PersonSummary person = people.findByEmail(member).orElseThrow();
            groups.add(made.slug(), person.id(), Reader.portal());
        }
    }
}

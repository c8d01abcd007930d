package org.safercommunities.portal.demo;

import org.safercommunities.portal.agencies.FirstPeople;
import org.safercommunities.portal.agencies.FirstPerson;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.MembershipReviews;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.demo.DemoWorld.DemoAgency;
import org.safercommunities.portal.demo.DemoWorld.DemoGroup;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Puts the demonstration's agencies, people and groups in. */
@Component
@ConditionalOnBooleanProperty("portal.demo")
class DemoPeople {

    private final DemoSeed seed;
    private final FirstPeople firstPeople;
    private final PersonList people;
    /** Whose coordinator is asked to look through their colleagues. */
    private static final String REVIEWED = "thanet-district-council";

    private final Groups groups;
    private final MembershipReviews reviews;

    DemoPeople(DemoSeed seed, FirstPeople firstPeople, PersonList people, Groups groups, MembershipReviews reviews) {
        this.seed = seed;
        this.firstPeople = firstPeople;
        this.people = people;
        this.groups = groups;
        this.reviews = reviews;
    }

    void putIn(DemoWorld world) {
        for (DemoAgency agency : world.agencies()) {
            seed.once("agency:" + agency.slug(), () -> firstPeople.agency(agency.slug(), agency.description()));
        }
        for (FirstPerson person : world.people()) {
            seed.once("person:" + person.email(), () -> firstPeople.person(person));
        }
        for (DemoGroup group : world.groups()) {
            seed.once("group:" + group.name(), () -> create(group));
        }
        seed.once("review:" + REVIEWED, () -> reviews.begin(REVIEWED, Reader.portal()));
    }

    private void create(DemoGroup group) {
        GroupSummary made = groups.create(group.kind(), group.name(), group.description(), Reader.portal());
        for (String member : group.members()) {
            PersonSummary person = people.findByEmail(member).orElseThrow();
            groups.add(made.slug(), person.id(), Reader.portal());
        }
    }
}

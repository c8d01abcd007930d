package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What becomes of an agency's people when it becomes part of another: they are people of the other from then on. */
@Component
class AgencyMerging {

    private final AgencyRecords agencies;
    private final MembershipRecords memberships;
    private final PersonRecords people;
    private final Clock clock;

    AgencyMerging(AgencyRecords agencies, MembershipRecords memberships, PersonRecords people, Clock clock) {
        this.agencies = agencies;
        this.memberships = memberships;
        this.people = people;
        this.clock = clock;
    }

    void merge(Agency agency, Agency other) {
        if (agency.slug().equals(other.slug()) || !other.isActive()) {
            throw new InvalidEntry("into", "Choose another agency that is still active");
        }
        if (agency.mergedInto() != null) {
            throw new InvalidEntry("into", "This agency has become part of another already");
        }
        Instant now = clock.instant();
        agency.mergeInto(other, now);
        agencies.findByMergedInto(agency.slug()).forEach(earlier -> earlier.mergeInto(other, now));
        for (Membership membership : memberships.findByAgencyAndEndedAtIsNull(agency.slug())) {
            membership.end("%s became part of %s".formatted(agency.name(), other.name()), now);
            memberships.saveAndFlush(membership);
            memberships.saveAndFlush(new Membership(membership.personId(), other.slug(), now));
            people.findById(membership.personId()).ifPresent(Person::accessChanged);
        }
    }
}

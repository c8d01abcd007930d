package org.safercommunities.portal.e2e;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.springframework.context.ApplicationContext;

/** The agencies and people that the journeys need, bound to the accounts of the demonstration's realm. */
final class Partners {

    static final String PASSWORD = "Demo-2026!";
    private static final String SUBJECT = "5afe0000-0000-4000-8000-0000000000%02d";

    private Partners() {}

    /** Puts in who is not there yet. Other tests may have made an agency of the same name; then it stays as it is. */
    static void arePresent(ApplicationContext portal) {
        agency(portal, "Kent Community Safety Team", null, "kcst.example");
        agency(portal, "Dover District Council", null, "dover.example");
        agency(portal, "Swale Borough Council", null, "swale.example");
        agency(portal, "Thanet District Council", null, "thanet.example");
        agency(portal, "Kent Police", "kent-police", "kentpolice.example");
        agency(portal, "Kent County Council", "kent-county-council", "kcc.example");
        person(portal, "editor@kcst.example", "Hazel Cobnut", "kent-community-safety-team", 1, Role.EDITOR);
        person(portal, "reviewer@kcst.example", "Juniper Downs", "kent-community-safety-team", 2, Role.EDITOR);
        person(portal, "admin@kcst.example", "Linden Oast", "kent-community-safety-team", 3, Role.ADMINISTRATOR);
        person(portal, "coordinator@thanet.example", "Samphire Chalk", "thanet-district-council", 4, Role.COORDINATOR);
        person(portal, "practitioner@dover.example", "Rowan Weald", "dover-district-council", 5);
        person(portal, "practitioner@swale.example", "Sorrel Marsh", "swale-borough-council", 6);
    }

    private static void agency(ApplicationContext portal, String name, @Nullable String provider, String domain) {
        Agencies agencies = portal.getBean(Agencies.class);
        AgencyDescription description = new AgencyDescription(name, provider, Set.of(domain));
        agencies.all().stream()
                .filter(agency -> agency.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        there -> agencies.describe(there.slug(), description, Reader.portal()),
                        () -> agencies.create(description, Reader.portal()));
    }

    private static void person(
            ApplicationContext portal, String email, String name, String agency, int number, Role... roles) {
        People people = portal.getBean(People.class);
        UUID id = portal.getBean(PersonList.class)
                .findByEmail(email)
                .map(person -> person.id())
                .orElseGet(() -> people.name(email, name, agency, SUBJECT.formatted(number), Reader.portal()));
        people.giveRoles(id, Set.of(roles), Reader.portal());
    }
}

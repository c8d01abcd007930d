package org.safercommunities.portal.library.ui;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.contributions.ContributionDesk;
import org.safercommunities.portal.library.contributions.ContributionDetails;
import org.safercommunities.portal.library.contributions.ContributionIntake;
import org.safercommunities.portal.library.contributions.ContributionReading;
import org.safercommunities.portal.library.contributions.Contributions;
import org.safercommunities.portal.library.contributions.Contributors;
import org.springframework.stereotype.Component;

/** What the pages of offered documents work with. */
@Component
record ContributionServices(
        Contributions contributions,
        ContributionDesk desk,
        ContributionReading reading,
        ContributionIntake intake,
        Contributors contributors,
        Documents documents,
        DescriptionChoices choices,
        LibraryWords words,
        Agencies agencies,
        PersonList people,
        CurrentReader current) {

    Reader reader() {
        return current.get();
    }

    /** The name of this person’s agency, to which what they offer is credited. */
    String agency() {
        String slug = reader().agencyId();
        return agencies.nameOf(slug);
    }

    boolean isOwn(ContributionDetails offer) {
        return offer.author().equals(reader().personId());
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        return people.names(ids);
    }
}

package org.safercommunities.portal.library.ui;

import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.ui.AudienceChoices;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.packs.PackCovers;
import org.safercommunities.portal.library.packs.PackDesk;
import org.safercommunities.portal.library.packs.PackFilling;
import org.safercommunities.portal.library.packs.PackGaps;
import org.safercommunities.portal.library.packs.PackMembers;
import org.safercommunities.portal.library.packs.PackOpening;
import org.safercommunities.portal.library.packs.PackOrder;
import org.safercommunities.portal.library.packs.Packs;
import org.safercommunities.portal.search.Search;
import org.springframework.stereotype.Component;

/** What the parts of the page ask on which a pack is changed. */
@Component
record PackEditServices(
        Packs packs,
        PackMembers members,
        PackDesk desk,
        PackFilling filling,
        PackOrder order,
        PackCovers covers,
        PackGaps gaps,
        PackOpening opening,
        Documents documents,
        Search search,
        AudienceChoices choices,
        CurrentReader current) {

    Reader reader() {
        return current.get();
    }
}

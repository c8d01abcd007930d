package org.safercommunities.portal.search;

import java.util.List;
import org.safercommunities.portal.shared.privacy.Basis;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Keeping;
import org.safercommunities.portal.shared.privacy.Nobodys;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.PrivacyRules;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The index repeats what is published; only the keys of those who may find it are about people. */
@Component
@Order(850)
class SearchPrivacy implements PrivacyRules {

    @Override
    public String area() {
        return "Safety and accountability";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(
                PersonalRule.of("found-by", "That something was given out to you by name, so that your search finds it")
                        .because(Basis.PUBLIC_TASK, "you find what is meant for you, and others do not")
                        .seenBy("Nobody: it is a key that the search compares")
                        .kept(Keeping.until("it is no longer given out to you"), Fate.ERASED)
                        .onLeaving(Fate.PSEUDONYMISED)
                        .notCopied("It is the same as what is given out to you, which the copy has.")
                        .in("search_entry_token", "token"));
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of(
                Nobodys.of("search_entry_token", "entry_id", "Which entry the key is of"),
                Nobodys.of(
                        "search_entry",
                        "id source thing_id title description body kind topics agency dated path facts stamp pending removed"
                                + " visible_from visible_until stale_from",
                        "The words of what is published, as whoever published it wrote them"),
                Nobodys.of("search_abbreviation", "abbreviation expansion", "Words"));
    }
}

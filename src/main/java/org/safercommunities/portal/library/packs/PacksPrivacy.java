package org.safercommunities.portal.library.packs;

import java.util.List;
import org.safercommunities.portal.shared.privacy.Basis;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Keeping;
import org.safercommunities.portal.shared.privacy.Nobodys;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.PrivacyRules;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The rule of what people took out with packs. */
@Component
@Order(320)
class PacksPrivacy implements PrivacyRules {

    @Override
    public String area() {
        return "Library";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(PersonalRule.of("taken-with-packs", "Which documents you took out with a pack")
                .because(Basis.PUBLIC_TASK, "you are told of a newer version, and downloads are counted")
                .kept(Keeping.until("the document is deleted"), Fate.PSEUDONYMISED)
                .onLeaving(Fate.PSEUDONYMISED)
                .copied("takenWithPacks")
                .in("pack_taker", "document_id person_id pack_id number taken_at"));
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of();
    }
}

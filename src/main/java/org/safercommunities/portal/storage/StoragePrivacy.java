package org.safercommunities.portal.storage;

import java.util.List;
import org.safercommunities.portal.shared.privacy.Nobodys;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.PrivacyRules;
import org.springframework.stereotype.Component;

/** Files are known by their bytes alone; whose they are is for the modules that refer to them. */
@Component
class StoragePrivacy implements PrivacyRules {

    @Override
    public String area() {
        return "Safety and accountability";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of();
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of(Nobodys.of(
                "file_scan",
                "sha256 size state finding added_at scanned_at again_at due_at urgent attempts claim signatures",
                "What the virus scanner said of a file, without whose it is"));
    }
}

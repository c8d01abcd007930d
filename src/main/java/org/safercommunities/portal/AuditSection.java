package org.safercommunities.portal;

import org.safercommunities.portal.shared.AdminSection;
import org.springframework.stereotype.Component;

@Component
class AuditSection implements AdminSection {

    @Override
    public String title() {
        return "Audit trail";
    }

    @Override
    public String path() {
        return "admin/audit";
    }

    @Override
    public String description() {
        return "Who did what to what, and whether the trail is as it was written.";
    }

    @Override
    public String icon() {
        return "scroll-text";
    }

    @Override
    public int order() {
        return 900;
    }
}

package org.safercommunities.portal;

import java.util.Optional;
import org.safercommunities.portal.audit.TrailProtection;
import org.safercommunities.portal.shared.AdminWarning;
import org.springframework.stereotype.Component;

@Component
class TrailWarning implements AdminWarning {

    private final TrailProtection protection;

    TrailWarning(TrailProtection protection) {
        this.protection = protection;
    }

    @Override
    public Optional<Warning> now() {
        return protection.appendOnly()
                ? Optional.empty()
                : Optional.of(
                        new Warning(
                                "The audit trail is not protected from the portal itself.",
                                "Its account at the database may change tables, and with them what was recorded. Whoever runs the portal gives the tables to another account, in PORTAL_DB_OWNER."));
    }
}

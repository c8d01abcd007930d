package org.safercommunities.portal.bulletins;

import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.springframework.security.access.AccessDeniedException;

/** The rule of who writes bulletins and looks after those who get them: the Kent Community Safety Team’s editors. */
final class WhoRunsBulletins {

    private WhoRunsBulletins() {}

    static void unlessStaff(Reader by) {
        if (!by.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only the Kent Community Safety Team’s editors look after bulletins");
        }
    }
}

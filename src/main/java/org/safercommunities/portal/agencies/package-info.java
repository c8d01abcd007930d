/** Agencies, their people, groups, roles and how they sign in; who belongs to an audience. */
@ApplicationModule(
        displayName = "Agencies",
        allowedDependencies = {"audit", "shared", "shared :: *"})
@NullMarked
package org.safercommunities.portal.agencies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

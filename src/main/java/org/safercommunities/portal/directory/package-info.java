/** Who leads on what in which agency, and how to reach them: kept by themselves. */
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"agencies", "audit", "library", "shared", "shared :: *"})
@NullMarked
package org.safercommunities.portal.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

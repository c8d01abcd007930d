/** Files by the SHA-256 of their bytes; what they hold is read in worker processes. */
@ApplicationModule(
        displayName = "Storage",
        allowedDependencies = {"shared"})
@NullMarked
package org.safercommunities.portal.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Who did what to what, so that tampering shows. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "shared :: *"})
@NullMarked
package org.safercommunities.portal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

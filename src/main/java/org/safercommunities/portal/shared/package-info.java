/** Value objects, time, the parts every page is built of, and the interfaces through which modules contribute to pages. */
@ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {})
@NullMarked
package org.safercommunities.portal.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

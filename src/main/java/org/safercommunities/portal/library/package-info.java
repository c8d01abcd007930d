/** Documents: put in, described, found, taken out. */
@ApplicationModule(
        displayName = "Library",
        allowedDependencies = {
            "agencies",
            "agencies :: ui",
            "audit",
            "notifications",
            "notifications :: notices",
            "search",
            "shared",
            "shared :: *",
            "storage"
        })
@NullMarked
package org.safercommunities.portal.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

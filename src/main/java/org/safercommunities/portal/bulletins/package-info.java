/** Bulletins and newsletters: written together from blocks, sent to those who asked for them. */
@ApplicationModule(
        displayName = "Bulletins",
        allowedDependencies = {
            "agencies",
            "agencies :: ui",
            "audit",
            "events",
            "events :: calendar",
            "library",
            "library :: ui",
            "notifications",
            "search",
            "shared",
            "shared :: *",
            "storage"
        })
@NullMarked
package org.safercommunities.portal.bulletins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What is new for me. */
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {
            "agencies",
            "events",
            "events :: ui",
            "library",
            "library :: ui",
            "search",
            "shared",
            "shared :: *",
            "surveys"
        })
@NullMarked
package org.safercommunities.portal.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Invented agencies, people, documents and events for trying the portal out. Asleep unless the portal runs as a demonstration. */
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "agencies",
            "agencies :: sharing",
            "bulletins",
            "bulletins :: offers",
            "directory",
            "events",
            "library",
            "library :: contributions",
            "library :: packs",
            "library :: use",
            "shared",
            "shared :: *",
            "surveys"
        })
@NullMarked
package org.safercommunities.portal.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

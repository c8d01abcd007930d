/** Community events: planned, booked, waited for, attended. */
@ApplicationModule(
        displayName = "Events",
        allowedDependencies = {
            "agencies",
            "agencies :: ui",
            "audit",
            "library",
            "library :: packs",
            "library :: ui",
            "notifications",
            "search",
            "shared",
            "shared :: *",
            "surveys"
        })
@NullMarked
package org.safercommunities.portal.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

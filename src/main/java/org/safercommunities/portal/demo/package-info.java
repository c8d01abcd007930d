/** Invented agencies, people and documents for trying the portal out. Asleep unless the portal runs as a demonstration. */
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {"agencies", "library", "shared", "shared :: *"})
@NullMarked
package org.safercommunities.portal.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

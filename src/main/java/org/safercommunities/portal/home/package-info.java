/** What is new for me. */
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {"agencies", "library", "library :: ui", "search", "shared", "shared :: *"})
@NullMarked
package org.safercommunities.portal.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

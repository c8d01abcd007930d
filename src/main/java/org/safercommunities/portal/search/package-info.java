/** One search over every module, with the access rule inside the query. */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"agencies", "shared", "shared :: *"})
@NullMarked
package org.safercommunities.portal.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The one outbox that mail leaves by. */
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {"agencies", "agencies :: sharing", "audit", "shared", "shared :: *"})
@NullMarked
package org.safercommunities.portal.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

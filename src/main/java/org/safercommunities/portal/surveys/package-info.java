/** Surveys: asked of those who were there, answered anonymously, their results drawn. */
@ApplicationModule(
        displayName = "Surveys",
        allowedDependencies = {"agencies", "audit", "notifications", "shared", "shared :: *"})
@NullMarked
package org.safercommunities.portal.surveys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

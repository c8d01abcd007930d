/** Agencies' own providers: read from what the agency publishes, made in Keycloak, tried, and let in. */
@NullMarked
package org.safercommunities.portal.agencies.providers;

import org.jspecify.annotations.NullMarked;

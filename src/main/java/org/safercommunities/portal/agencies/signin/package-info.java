/** How a sign-in at Keycloak becomes a session or an API call of a person, and how sessions end. */
@NullMarked
package org.safercommunities.portal.agencies.signin;

import org.jspecify.annotations.NullMarked;

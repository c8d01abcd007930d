/** What {@code keycloak/} promises: its realms and its sign-in pages, against a real Keycloak. */
@NullMarked
package org.safercommunities.portal.keycloak;

import org.jspecify.annotations.NullMarked;

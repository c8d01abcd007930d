/**
 * The services that run beside the portal on one machine: database, Keycloak and mail sink, and the program behind
 * {@code ./portal}. Nothing of this is part of the portal that goes to production.
 */
@NullMarked
package org.safercommunities.portal.devtime;

import org.jspecify.annotations.NullMarked;

/** Journeys in a real browser. */
@NullMarked
package org.safercommunities.portal.e2e;

import org.jspecify.annotations.NullMarked;

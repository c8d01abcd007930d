/** Events and bookings over the API. */
@NullMarked
package org.safercommunities.portal.events.api;

import org.jspecify.annotations.NullMarked;

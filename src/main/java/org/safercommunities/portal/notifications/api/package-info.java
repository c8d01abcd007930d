/** Somebody's own notices over {@code /api/v1}. */
@NullMarked
package org.safercommunities.portal.notifications.api;

import org.jspecify.annotations.NullMarked;

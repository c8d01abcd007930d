@NullMarked
package org.safercommunities.portal.events.calendar;

import org.jspecify.annotations.NullMarked;

/** The pages of events: found, booked, planned and run. */
@NullMarked
package org.safercommunities.portal.events.ui;

import org.jspecify.annotations.NullMarked;

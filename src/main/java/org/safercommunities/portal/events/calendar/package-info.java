/** Events in people’s own calendars: invitations in mail, and a feed to subscribe to. */
@NullMarked
package org.safercommunities.portal.events.calendar;

import org.jspecify.annotations.NullMarked;

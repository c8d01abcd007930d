/** Events in people’s own calendars: invitations in mail, and a feed to subscribe to. Whose feed it is, other modules ask too. */
@NamedInterface("calendar")
@NullMarked
package org.safercommunities.portal.events.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

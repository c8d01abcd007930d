/** The pages of events: finding, booking, joining, planning, running. Home shows its rows too. */
@NamedInterface("ui")
@NullMarked
package org.safercommunities.portal.events.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

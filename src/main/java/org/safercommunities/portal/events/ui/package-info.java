/** The pages of events for everybody: finding, booking, joining. Home shows its rows too. */
@NamedInterface("ui")
@NullMarked
package org.safercommunities.portal.events.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

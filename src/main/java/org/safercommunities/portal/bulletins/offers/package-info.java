/** Items that agencies offer for bulletins: until a deadline, edited and taken in by the team, credited, or declined with a reason. */
@NullMarked
package org.safercommunities.portal.bulletins.offers;

import org.jspecify.annotations.NullMarked;

/** What people are told of their places: notes become letters, with entries for their calendars. */
@NullMarked
package org.safercommunities.portal.events.letters;

import org.jspecify.annotations.NullMarked;

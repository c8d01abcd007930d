/**
 * Hearing of what is new: topics, collections and documents that people follow, and searches they have saved. What they are told is
 * kept with the notices of the portal.
 */
@NullMarked
package org.safercommunities.portal.library.following;

import org.jspecify.annotations.NullMarked;

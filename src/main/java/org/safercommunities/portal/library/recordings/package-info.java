/** Videos and sound: their captions, and the transcript that is made of these. */
@NullMarked
package org.safercommunities.portal.library.recordings;

import org.jspecify.annotations.NullMarked;

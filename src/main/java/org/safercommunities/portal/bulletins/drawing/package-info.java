/** What a bulletin looks like as mail, as plain text and as a page, and what is still wrong with it. */
@NullMarked
package org.safercommunities.portal.bulletins.drawing;

import org.jspecify.annotations.NullMarked;

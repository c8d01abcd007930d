/** Packs: documents, links and events that belong together, in order, with a page, a cover and an audience of their own. */
@NullMarked
package org.safercommunities.portal.library.packs;

import org.jspecify.annotations.NullMarked;

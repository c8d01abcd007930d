/** Packs over {@code /api/v1/collections}. */
@NullMarked
package org.safercommunities.portal.library.packs.api;

import org.jspecify.annotations.NullMarked;

/** The library over {@code /api/v1}. */
@NullMarked
package org.safercommunities.portal.library.api;

import org.jspecify.annotations.NullMarked;

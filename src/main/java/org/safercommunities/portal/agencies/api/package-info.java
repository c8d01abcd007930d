/** Who a caller of the API is. */
@NullMarked
package org.safercommunities.portal.agencies.api;

import org.jspecify.annotations.NullMarked;

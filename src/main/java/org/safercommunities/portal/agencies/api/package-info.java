/** Who a caller of the API is; agencies and groups, for administrators. */
@NullMarked
package org.safercommunities.portal.agencies.api;

import org.jspecify.annotations.NullMarked;

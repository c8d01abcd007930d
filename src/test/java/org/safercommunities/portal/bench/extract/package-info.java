/** How many files the portal can look into. */
@NullMarked
package org.safercommunities.portal.bench.extract;

import org.jspecify.annotations.NullMarked;

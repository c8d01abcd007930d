/** Benchmarks: {@code ./portal bench NAME}. They print ratios rather than times, since machines differ. */
@NullMarked
package org.safercommunities.portal.bench;

import org.jspecify.annotations.NullMarked;

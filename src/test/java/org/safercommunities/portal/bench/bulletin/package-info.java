/** Mail to many, measured beside other senders and under kills. */
@NullMarked
package org.safercommunities.portal.bench.bulletin;

import org.jspecify.annotations.NullMarked;

/** What people take out, as fast as a server can send it that does nothing else. */
@NullMarked
package org.safercommunities.portal.bench.download;

import org.jspecify.annotations.NullMarked;

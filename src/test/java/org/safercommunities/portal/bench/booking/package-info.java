/** Measures booking: two whole portals on one database, with a client that fetches and one that only runs the SQL. */
@NullMarked
package org.safercommunities.portal.bench.booking;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.safercommunities.portal.agencies;

import org.jspecify.annotations.NullMarked;

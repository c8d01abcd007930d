@NullMarked
package org.safercommunities.portal;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.safercommunities.portal.shared;

import org.jspecify.annotations.NullMarked;

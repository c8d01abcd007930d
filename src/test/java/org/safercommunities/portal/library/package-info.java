@NullMarked
package org.safercommunities.portal.library;

import org.jspecify.annotations.NullMarked;

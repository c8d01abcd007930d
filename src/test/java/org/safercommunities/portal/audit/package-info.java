@NullMarked
package org.safercommunities.portal.audit;

import org.jspecify.annotations.NullMarked;

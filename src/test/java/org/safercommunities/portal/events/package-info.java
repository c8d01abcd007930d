@NullMarked
package org.safercommunities.portal.events;

import org.jspecify.annotations.NullMarked;

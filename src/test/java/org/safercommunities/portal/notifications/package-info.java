@NullMarked
package org.safercommunities.portal.notifications;

import org.jspecify.annotations.NullMarked;

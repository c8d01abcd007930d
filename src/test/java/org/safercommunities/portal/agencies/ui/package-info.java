@NullMarked
package org.safercommunities.portal.agencies.ui;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.safercommunities.portal.agencies.signin;

import org.jspecify.annotations.NullMarked;

/** Documents that practitioners offer for the library: sent, edited and published by the team with their agency credited, or declined. */
@NamedInterface("contributions")
@NullMarked
package org.safercommunities.portal.library.contributions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

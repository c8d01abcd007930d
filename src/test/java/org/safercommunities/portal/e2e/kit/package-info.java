/** The parts of pages on pages of their own, to look at and to test without the portal around them. */
@NullMarked
package org.safercommunities.portal.e2e.kit;

import org.jspecify.annotations.NullMarked;

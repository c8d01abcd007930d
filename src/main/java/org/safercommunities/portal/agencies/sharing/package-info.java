/** The Information Sharing Agreement: its versions, which agency signed what, and what becomes of a signature that lapses. */
@NullMarked
@NamedInterface("sharing")
package org.safercommunities.portal.agencies.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

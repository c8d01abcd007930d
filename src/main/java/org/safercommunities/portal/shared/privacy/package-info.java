/** What the portal holds on people and by which rules: each module says its own, and notice, record, copy and deletions are made of it. */
@NamedInterface("privacy")
@NullMarked
package org.safercommunities.portal.shared.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

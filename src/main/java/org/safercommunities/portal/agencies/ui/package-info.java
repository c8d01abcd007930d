/** Pages for those who look after agencies, groups and people; other modules’ pages choose audiences with its fields. */
@NamedInterface("ui")
@NullMarked
package org.safercommunities.portal.agencies.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

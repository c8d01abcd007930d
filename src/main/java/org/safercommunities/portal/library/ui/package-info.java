/** The pages of the library; home shows its rows too. */
@NamedInterface("ui")
@NullMarked
package org.safercommunities.portal.library.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

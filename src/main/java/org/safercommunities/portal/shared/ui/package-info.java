/** The parts every page is built of, each with its own block in {@code frontend/kit.css}. */
@NamedInterface("ui")
@NullMarked
package org.safercommunities.portal.shared.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Tagged PDFs with embedded fonts: what writes them, never what reads those of others. */
@NamedInterface("pdf")
@NullMarked
package org.safercommunities.portal.shared.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Makes real files (PDF, Word, PowerPoint, Excel, pictures) of simple text. */
@NullMarked
package org.safercommunities.portal.demo.papers;

import org.jspecify.annotations.NullMarked;

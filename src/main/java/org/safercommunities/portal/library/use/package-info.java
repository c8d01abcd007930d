/** Whether documents are of use: what readers say of them, what is read, and what was looked for in vain. */
@NullMarked
package org.safercommunities.portal.library.use;

import org.jspecify.annotations.NullMarked;

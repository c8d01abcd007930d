/** The whole library as one table: written, read back, changed many documents at a time, and filled by references. */
@NullMarked
package org.safercommunities.portal.library.catalogue;

import org.jspecify.annotations.NullMarked;

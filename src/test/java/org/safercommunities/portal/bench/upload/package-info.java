/** Big uploads to a whole portal that is killed on the way. */
@NullMarked
package org.safercommunities.portal.bench.upload;

import org.jspecify.annotations.NullMarked;

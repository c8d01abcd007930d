/** In an emergency an administrator opens one document that is not for them: for a time, with a reason, and not unnoticed. */
@NullMarked
package org.safercommunities.portal.library.emergency;

import org.jspecify.annotations.NullMarked;

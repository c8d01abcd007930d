/** Certificates of attendance as files. */
@NullMarked
package org.safercommunities.portal.events.certificates;

import org.jspecify.annotations.NullMarked;

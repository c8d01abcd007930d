@NullMarked
package org.safercommunities.portal.directory.api;

import org.jspecify.annotations.NullMarked;

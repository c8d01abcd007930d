/** Bulletins and those who get them over the API. */
@NullMarked
package org.safercommunities.portal.bulletins.api;

import org.jspecify.annotations.NullMarked;

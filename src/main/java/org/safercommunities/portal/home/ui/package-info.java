/** The first page. */
@NullMarked
package org.safercommunities.portal.home.ui;

import org.jspecify.annotations.NullMarked;

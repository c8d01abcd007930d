/** The pages of bulletins: choosing what one gets, writing, sending, reading. */
@NullMarked
package org.safercommunities.portal.bulletins.ui;

import org.jspecify.annotations.NullMarked;

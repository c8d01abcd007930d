@NullMarked
package org.safercommunities.portal.library.ui;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.safercommunities.portal.directory.ui;

import org.jspecify.annotations.NullMarked;

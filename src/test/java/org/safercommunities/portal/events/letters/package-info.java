@NullMarked
package org.safercommunities.portal.events.letters;

import org.jspecify.annotations.NullMarked;

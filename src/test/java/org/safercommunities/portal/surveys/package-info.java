@NullMarked
package org.safercommunities.portal.surveys;

import org.jspecify.annotations.NullMarked;

/** Pages for those who look after agencies, groups and people. */
@NullMarked
package org.safercommunities.portal.agencies.ui;

import org.jspecify.annotations.NullMarked;

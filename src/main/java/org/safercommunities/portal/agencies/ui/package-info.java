/** Pages for those who look after agencies, groups and people. Other modules use what is named an interface here. */
@NullMarked
package org.safercommunities.portal.agencies.ui;

import org.jspecify.annotations.NullMarked;

/** What tests share: real services, started once, and fixtures. */
@NullMarked
package org.safercommunities.portal.support;

import org.jspecify.annotations.NullMarked;

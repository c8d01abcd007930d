/** The bell and the page of notices, and the administrators' page of the outbox. */
@NullMarked
package org.safercommunities.portal.notifications.ui;

import org.jspecify.annotations.NullMarked;

/**
 * What people are told of: in the portal behind the bell, and by mail when they want it. Other modules say whom to tell of which
 * thing ({@code PersonalNotices}), and what those things are called for somebody ({@code NoticeSubjects}).
 */
@NamedInterface("notices")
@NullMarked
package org.safercommunities.portal.notifications.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

package org.safercommunities.portal.notifications.api;

import org.safercommunities.portal.shared.ApiRefusals;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What notices are refused for. */
@RestControllerAdvice(assignableTypes = NoticesApi.class)
class NoticeProblems extends ApiRefusals {

    static final String UNKNOWN = "There is no such notice of yours. Look at the list of your notices.";

    NoticeProblems() {
        super(UNKNOWN);
    }
}

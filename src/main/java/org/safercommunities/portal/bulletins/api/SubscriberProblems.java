package org.safercommunities.portal.bulletins.api;

import org.safercommunities.portal.shared.ApiRefusals;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What lists of subscribers are refused for. */
@RestControllerAdvice(assignableTypes = SubscribersApi.class)
class SubscriberProblems extends ApiRefusals {

    SubscriberProblems() {
        super("There is no such subscriber.");
    }
}

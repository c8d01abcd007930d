package org.safercommunities.portal.library.api;

import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.library.contributions.ContributionChangedMeanwhile;
import org.safercommunities.portal.library.contributions.UnknownContribution;
import org.safercommunities.portal.shared.ApiRefusals;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What offered documents are refused for; asked before the library’s own, which knows documents only. */
@RestControllerAdvice(assignableTypes = {DocumentOffersApi.class, DocumentOfferStepsApi.class})
@Order(-1)
class DocumentOfferProblems extends ApiRefusals {

    DocumentOfferProblems() {
        super("There is no such offered document for you. Look at the list of yours.");
    }

    @ExceptionHandler(UnknownContribution.class)
    ProblemDetail unknownOffer() {
        return unknown();
    }

    @ExceptionHandler(UnknownDocument.class)
    ProblemDetail unknownDocument() {
        ProblemDetail problem = problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "There is no such document for you. Name one of the library that you offered");
        problem.setProperty("field", "versionOf");
        return problem;
    }

    @ExceptionHandler(ContributionChangedMeanwhile.class)
    ProblemDetail changed(ContributionChangedMeanwhile changed) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, changed.getMessage());
        problem.setProperty("version", changed.version());
        return problem;
    }
}

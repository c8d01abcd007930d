package org.safercommunities.portal.bulletins.api;

import org.safercommunities.portal.bulletins.ChangedMeanwhile;
import org.safercommunities.portal.bulletins.UnknownBulletin;
import org.safercommunities.portal.bulletins.offers.OfferChangedMeanwhile;
import org.safercommunities.portal.bulletins.offers.UnknownOffer;
import org.safercommunities.portal.shared.ApiRefusals;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What items for bulletins are refused for. */
@RestControllerAdvice(assignableTypes = {BulletinOffersApi.class, OfferStepsApi.class})
class OfferProblems extends ApiRefusals {

    OfferProblems() {
        super("There is no such item for you. Look at the list of your agency’s items.");
    }

    @ExceptionHandler(UnknownOffer.class)
    ProblemDetail unknownOffer() {
        return unknown();
    }

    @ExceptionHandler(UnknownBulletin.class)
    ProblemDetail unknownBulletin() {
        ProblemDetail problem = problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "There is no such bulletin. Choose one that is being written");
        problem.setProperty("field", "bulletin");
        return problem;
    }

    @ExceptionHandler(OfferChangedMeanwhile.class)
    ProblemDetail changed(OfferChangedMeanwhile changed) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, String.valueOf(changed.getMessage()));
        problem.setProperty("version", changed.version());
        return problem;
    }

    @ExceptionHandler(ChangedMeanwhile.class)
    ProblemDetail busy(ChangedMeanwhile changed) {
        return problem(HttpStatus.CONFLICT, String.valueOf(changed.getMessage()));
    }
}

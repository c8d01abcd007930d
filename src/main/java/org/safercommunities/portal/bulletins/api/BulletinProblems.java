package org.safercommunities.portal.bulletins.api;

import org.safercommunities.portal.bulletins.ChangedMeanwhile;
import org.safercommunities.portal.bulletins.UnknownBulletin;
import org.safercommunities.portal.shared.ApiRefusals;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What bulletins refuse. */
@RestControllerAdvice(basePackageClasses = BulletinsApi.class)
class BulletinProblems extends ApiRefusals {

    BulletinProblems() {
        super("There is no such bulletin for you. Look at the list, or ask who sent the link.");
    }

    @ExceptionHandler(UnknownBulletin.class)
    ProblemDetail unknownBulletin() {
        return unknown();
    }

    @ExceptionHandler(ChangedMeanwhile.class)
    ProblemDetail changed(ChangedMeanwhile changed) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, String.valueOf(changed.getMessage()));
        problem.setProperty("edition", changed.edition());
        return problem;
    }
}

package org.safercommunities.portal.agencies.api;

import org.safercommunities.portal.shared.ApiRefusals;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the agencies' part of the API refuses. */
@RestControllerAdvice(basePackageClasses = AgenciesApi.class)
class AgencyProblems extends ApiRefusals {

    AgencyProblems() {
        super("There is no such agency. GET /api/v1/agencies lists them.");
    }

    @ExceptionHandler(UnknownAgency.class)
    ProblemDetail unknownAgency() {
        return unknown();
    }

    @ExceptionHandler(UnknownGroup.class)
    ProblemDetail unknownGroup() {
        return problem(HttpStatus.NOT_FOUND, "There is no such group. GET /api/v1/groups lists them.");
    }
}

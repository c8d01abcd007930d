package org.safercommunities.portal.agencies.api;

import org.safercommunities.portal.agencies.ProofChallenge;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.shared.ApiRefusals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the agencies' part of the API refuses. */
@RestControllerAdvice(basePackageClasses = AgenciesApi.class)
class AgencyProblems extends ApiRefusals {

    private final ProofChallenge challenge;

    AgencyProblems(ProofChallenge challenge) {
        super("There is no such agency. GET /api/v1/agencies lists them.");
        this.challenge = challenge;
    }

    @ExceptionHandler(UnknownAgency.class)
    ProblemDetail unknownAgency() {
        return unknown();
    }

    @ExceptionHandler(UnknownGroup.class)
    ProblemDetail unknownGroup() {
        return problem(HttpStatus.NOT_FOUND, "There is no such group. GET /api/v1/groups lists them.");
    }

    /** RFC 9470: the token is good, and not good enough for this. */
    @ExceptionHandler(ProofMissing.class)
    ResponseEntity<ProblemDetail> proofMissing(ProofMissing missing) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge.header())
                .body(problem(HttpStatus.FORBIDDEN, String.valueOf(missing.getMessage())));
    }
}

package org.safercommunities.portal.shared;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * What every part of the API refuses alike, as RFC 9457 problems whose detail says what to do. Each module’s advice adds what
 * is its own; what is refused before any module is asked stands in {@link UnansweredCalls}.
 */
@Order(0)
public abstract class ApiRefusals {

    private final String unknown;

    /** @param unknown the detail of what is not there; the same whether the id is unknown, another’s or no id at all */
    protected ApiRefusals(String unknown) {
        this.unknown = unknown;
    }

    protected final ProblemDetail unknown() {
        return problem(HttpStatus.NOT_FOUND, unknown);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ProblemDetail unreadable(MethodArgumentTypeMismatchException mismatch) {
        if ("id".equals(mismatch.getName())) {
            return unknown();
        }
        return problem(
                HttpStatus.BAD_REQUEST,
                WhatIsExpected.at(mismatch.getName(), mismatch.getRequiredType(), mismatch.getValue()));
    }

    @ExceptionHandler(InvalidInput.class)
    ProblemDetail invalid(InvalidInput invalid) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, invalid.getMessage());
        problem.setProperty("field", invalid.field());
        return problem;
    }

    protected static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }

    /** Nothing is wrong with what was asked for; in a few seconds it may be done. */
    protected static ResponseEntity<ProblemDetail> tryAgainSoon(String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, detail));
    }
}

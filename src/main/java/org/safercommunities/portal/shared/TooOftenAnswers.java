package org.safercommunities.portal.shared;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says over the API that something was asked for too often, and from when on it will be answered again. */
@RestControllerAdvice
@Order(0)
class TooOftenAnswers {

    @ExceptionHandler(TooOften.class)
    ResponseEntity<ProblemDetail> tooOften(TooOften refused) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(refused.seconds()))
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, refused.words()));
    }
}

package org.safercommunities.portal.library.api;

import org.safercommunities.portal.library.uploads.UploadRefused;
import org.safercommunities.portal.storage.PartRefused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is refused of uploads, in the words and with the numbers of tus 1.0. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = {UploadsApi.class, DocumentsApi.class})
class UploadProblems {

    /** What tus calls “Checksum Mismatch”. */
    private static final int CHECKSUM_MISMATCH = 460;

    @ExceptionHandler(TusRefusal.class)
    ProblemDetail malformed(TusRefusal refusal) {
        return problem(refusal.status(), refusal);
    }

    @ExceptionHandler(UploadRefused.class)
    ProblemDetail refused(UploadRefused refused) {
        int status = switch (refused.why()) {
            case MALFORMED -> HttpStatus.BAD_REQUEST.value();
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN.value();
            case UNKNOWN -> HttpStatus.NOT_FOUND.value();
            case EXPIRED, USED -> HttpStatus.GONE.value();
            case TOO_MUCH -> HttpStatus.CONTENT_TOO_LARGE.value();
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS.value();
        };
        return problem(status, refused);
    }

    @ExceptionHandler(PartRefused.class)
    ProblemDetail refused(PartRefused refused) {
        int status = switch (refused.why()) {
            case POSITION, UNFINISHED -> HttpStatus.CONFLICT.value();
            case TAKEN -> HttpStatus.LOCKED.value();
            case TOO_MUCH -> HttpStatus.CONTENT_TOO_LARGE.value();
            case CHECKSUM -> CHECKSUM_MISMATCH;
        };
        return problem(status, refused);
    }

    private static ProblemDetail problem(int status, RuntimeException why) {
        return ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), String.valueOf(why.getMessage()));
    }
}

package org.safercommunities.portal.library.api;

import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.storage.StorageFull;
import org.safercommunities.portal.storage.TooLarge;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What the library refuses, as RFC 9457 problems whose detail says what to do. */
@RestControllerAdvice(basePackageClasses = DocumentsApi.class)
class LibraryProblems {

    /** The same words whether the id is unknown, another's or no id at all. */
    @ExceptionHandler(UnknownDocument.class)
    ProblemDetail unknown() {
        return problem(
                HttpStatus.NOT_FOUND,
                "There is no such document for you. Search the library, or ask who sent the link.");
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ProblemDetail unreadable(MethodArgumentTypeMismatchException mismatch) {
        if ("id".equals(mismatch.getName())) {
            return unknown();
        }
        return problem(
                HttpStatus.BAD_REQUEST, "“%s” cannot be read as %s".formatted(mismatch.getValue(), mismatch.getName()));
    }

    @ExceptionHandler(InvalidDocument.class)
    ProblemDetail invalid(InvalidDocument invalid) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, invalid.getMessage());
        problem.setProperty("field", invalid.field());
        return problem;
    }

    @ExceptionHandler(TooLarge.class)
    ProblemDetail tooLarge(TooLarge tooLarge) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
    }

    @ExceptionHandler(StorageFull.class)
    ProblemDetail full(StorageFull full) {
        return problem(HttpStatus.INSUFFICIENT_STORAGE, String.valueOf(full.getMessage()));
    }

    private static ProblemDetail problem(HttpStatusCode status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}

package org.safercommunities.portal.events.api;

import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.events.AlreadyBooked;
import org.safercommunities.portal.events.BookingClosed;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.UnknownEvent;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What events and bookings refuse, as RFC 9457 problems whose detail says what to do. */
@RestControllerAdvice(basePackageClasses = EventsApi.class)
class EventProblems {

    /** The same words whether the id is unknown, another’s or no id at all. */
    @ExceptionHandler(UnknownEvent.class)
    ProblemDetail unknown() {
        return problem(
                HttpStatus.NOT_FOUND,
                "There is no such event or booking for you. Look at the list, or ask who sent the link.");
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ProblemDetail unreadable(MethodArgumentTypeMismatchException mismatch) {
        if ("id".equals(mismatch.getName())) {
            return unknown();
        }
        return problem(
                HttpStatus.BAD_REQUEST, "“%s” cannot be read as %s".formatted(mismatch.getValue(), mismatch.getName()));
    }

    @ExceptionHandler(AlreadyBooked.class)
    ProblemDetail twice(AlreadyBooked twice) {
        return problem(HttpStatus.CONFLICT, String.valueOf(twice.getMessage()));
    }

    @ExceptionHandler(BookingClosed.class)
    ProblemDetail closed(BookingClosed closed) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, closed.getMessage());
    }

    @ExceptionHandler(InvalidEvent.class)
    ProblemDetail invalid(InvalidEvent invalid) {
        return problem(invalid.field(), invalid.getMessage());
    }

    @ExceptionHandler(InvalidEntry.class)
    ProblemDetail invalid(InvalidEntry invalid) {
        return problem(invalid.field(), String.valueOf(invalid.getMessage()));
    }

    private static ProblemDetail problem(String field, String detail) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        problem.setProperty("field", field);
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}

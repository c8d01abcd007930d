package org.safercommunities.portal.events.api;

import org.safercommunities.portal.events.AlreadyBooked;
import org.safercommunities.portal.events.BookingClosed;
import org.safercommunities.portal.events.UnknownEvent;
import org.safercommunities.portal.shared.ApiRefusals;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What events and bookings refuse. */
@RestControllerAdvice(basePackageClasses = EventsApi.class)
class EventProblems extends ApiRefusals {

    EventProblems() {
        super("There is no such event or booking for you. Look at the list, or ask who sent the link.");
    }

    @ExceptionHandler(UnknownEvent.class)
    ProblemDetail unknownEvent() {
        return unknown();
    }

    @ExceptionHandler(AlreadyBooked.class)
    ProblemDetail twice(AlreadyBooked twice) {
        return problem(HttpStatus.CONFLICT, String.valueOf(twice.getMessage()));
    }

    @ExceptionHandler(BookingClosed.class)
    ProblemDetail closed(BookingClosed closed) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, closed.getMessage());
    }
}

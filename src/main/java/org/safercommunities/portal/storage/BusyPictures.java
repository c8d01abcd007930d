package org.safercommunities.portal.storage;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a page shows and cannot be drawn just now is asked for again by the browser. The API says it in words of its own. */
@ControllerAdvice
@Order(1)
class BusyPictures {

    @ExceptionHandler(Busy.class)
    ResponseEntity<Void> busy() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .build();
    }
}

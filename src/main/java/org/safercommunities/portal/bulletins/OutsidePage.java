package org.safercommunities.portal.bulletins;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** An issue on the web for a recipient without an account. */
@RestController
@Hidden
class OutsidePage {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String NONE = """
            <!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="robots" content="noindex">
            <title>No bulletin here – Safer Communities Portal</title></head><body><main><h1>There is no bulletin here for you</h1>
            <p>The link may be incomplete. Open it from your mail again, or reply to the mail and a person answers.</p></main></body></html>
            """;

    private final OutsideReading reading;

    OutsidePage(OutsideReading reading) {
        this.reading = reading;
    }

    @GetMapping(path = "/" + OutsideReading.PATH + "{id}/{key}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> read(@PathVariable UUID id, @PathVariable String key, HttpServletRequest request) {
        return reading.read(id, key, isOpened(request))
                .map(drawn -> answer(HttpStatus.OK, drawn.html()))
                .orElseGet(OutsidePage::none);
    }

    /** Whether a person’s browser shows it: mail gateways that try out links, and browsers that fetch ahead, do not say so. */
    private static boolean isOpened(HttpServletRequest request) {
        return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"))
                && request.getHeader("Sec-Purpose") == null
                && request.getHeader("Purpose") == null;
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    static ResponseEntity<String> none() {
        return answer(HttpStatus.NOT_FOUND, NONE);
    }

    private static ResponseEntity<String> answer(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'")
                .body(html);
    }
}

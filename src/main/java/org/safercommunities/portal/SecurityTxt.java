package org.safercommunities.portal;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.PortalAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever has found a hole whom to write to, as RFC 9116 has it, and what they may expect. */
@RestController
@Hidden
class SecurityTxt {

    private static final String TEXT = "text/plain;charset=UTF-8";
    /** Read anew each time, so that it never runs out; the RFC asks for less than a year. */
    private static final Duration GOOD_FOR = Duration.ofDays(180);

    private static final String POLICY = """
            Safer Communities Portal: if you have found a hole

            Write to %s. Say what you did, what you saw, and how we can see it too. Somebody answers within three
            working days and tells you when it is mended.

            Please look no further into what is not yours than you need to show the hole, keep no copy of it, do not slow the portal
            down or write to the people in it, and give us 90 days before you tell others. Whoever keeps to this has nothing to fear
            from us, and our thanks.
            """;

    private final Contact contact;
    private final String address;
    private final Clock clock;

    SecurityTxt(Contact contact, @Value("${portal.url}") String address, Clock clock) {
        this.contact = contact;
        this.address = PortalAddress.withSlash(address);
        this.clock = clock;
    }

    @GetMapping(path = "/.well-known/security.txt", produces = TEXT)
    ResponseEntity<String> contact() {
        String expires = DateTimeFormatter.ISO_INSTANT.format(
                clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.DAYS).atOffset(ZoneOffset.UTC));
        return answer("""
                Contact: mailto:%s
                Expires: %s
                Preferred-Languages: en
                Canonical: %s.well-known/security.txt
                Policy: %s.well-known/security-policy.txt
                """.formatted(contact.email(), expires, address, address));
    }

    @GetMapping(path = "/.well-known/security-policy.txt", produces = TEXT)
    ResponseEntity<String> policy() {
        return answer(POLICY.formatted(contact.email()));
    }

    private static ResponseEntity<String> answer(String text) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(text);
    }
}

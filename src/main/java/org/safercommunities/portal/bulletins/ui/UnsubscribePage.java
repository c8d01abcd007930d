package org.safercommunities.portal.bulletins.ui;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.OwnSubscription;
import org.safercommunities.portal.bulletins.SubscriptionChoice;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The one address for stopping, by RFC 8058: a page that changes nothing to a GET, the end of the subscription to the POST that a
 * mail program sends by itself. Without sign-in, session, cookie, script or redirect; and the same to a link that is none, so that
 * nobody learns whose it is.
 */
@RestController
@Hidden
class UnsubscribePage {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final OwnSubscription subscription;
    private final PlainPage page;

    UnsubscribePage(OwnSubscription subscription, PlainPage page) {
        this.subscription = subscription;
        this.page = page;
    }

    @GetMapping(path = "/unsubscribe/{token}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> look(@PathVariable String token) {
        return answer(UnsubscribeWords.question(subscription.topics(), ""));
    }

    @PostMapping(path = "/unsubscribe/{token}")
    ResponseEntity<String> act(
            @PathVariable String token,
            @RequestParam(name = "List-Unsubscribe", required = false) @Nullable String oneClick,
            @RequestParam(name = "do", required = false) @Nullable String wish,
            @RequestParam(name = "kind", required = false) @Nullable List<String> kinds,
            @RequestParam(name = "topic", required = false) @Nullable List<String> topics) {
        if ("One-Click".equals(oneClick)) {
            subscription.stop(token);
            return answer(UnsubscribeWords.stopped());
        }
        if ("undo".equals(wish)) {
            subscription.undo(token);
            return answer(UnsubscribeWords.undone());
        }
        if ("choose".equals(wish)) {
            SubscriptionChoice choice = new SubscriptionChoice(
                    kinds(Optional.ofNullable(kinds).orElse(List.of())),
                    topics == null ? Set.of() : Set.copyOf(topics));
            if (choice.kinds().isEmpty()) {
                return answer(UnsubscribeWords.question(
                        subscription.topics(), "Tick the e-bulletin, the newsletter or both, or press “Unsubscribe”"));
            }
            subscription.choose(token, choice);
            return answer(UnsubscribeWords.chosen(choice));
        }
        return answer(UnsubscribeWords.question(subscription.topics(), ""));
    }

    private static Set<BulletinKind> kinds(List<String> names) {
        return Stream.of(BulletinKind.values())
                .filter(kind -> names.contains(kind.name()))
                .collect(Collectors.toSet());
    }

    private ResponseEntity<String> answer(PlainPage.Content content) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        String.join(
                                "; ",
                                Arrays.asList(
                                        "default-src 'none'",
                                        "style-src 'self'",
                                        "font-src 'self'",
                                        "img-src 'self'",
                                        "form-action 'self'",
                                        "base-uri 'none'",
                                        "frame-ancestors 'none'")))
                .body(page.html(content));
    }
}

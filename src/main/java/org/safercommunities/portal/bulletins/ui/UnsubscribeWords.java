package org.safercommunities.portal.bulletins.ui;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.SubscriptionChoice;
import org.safercommunities.portal.bulletins.ui.PlainPage.Content;
import org.safercommunities.portal.library.Topics.Topic;

/** What the page for stopping says. It names nobody, and does not know what its reader gets now. */
final class UnsubscribeWords {

    private UnsubscribeWords() {}

    /** @param fault what to put right; empty when nothing is wrong */
    static Content question(List<Topic> topics, String fault) {
        return new Content(
                "Unsubscribe",
                "One press, and no more bulletins come to the address that our mail was sent to. Until then nothing changes.",
                """
                %s
                <form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button class="sc-primary">Unsubscribe</button></form>
                <section class="sc-section" aria-labelledby="less"><h2 id="less">Or get less</h2>
                <form method="post" class="sc-form"><input type="hidden" name="do" value="choose">
                <fieldset%s><legend>Send me only</legend>%s</fieldset>
                <fieldset><legend>About these topics</legend><p class="sc-note" id="topics-help">Tick none, and you get every topic.</p>%s</fieldset>
                <button>Save choice</button></form></section>
                """.formatted(
                                fault.isEmpty() ? "" : error(fault),
                                fault.isEmpty() ? "" : " aria-describedby=\"fault\"",
                                Stream.of(BulletinKind.values())
                                        .map(kind -> tick("kind", kind.name(), SubscriptionFields.label(kind)))
                                        .collect(Collectors.joining()),
                                topics.stream()
                                        .map(topic -> tick("topic", topic.slug(), topic.name()))
                                        .collect(Collectors.joining())));
    }

    static Content stopped() {
        return new Content(
                "You are unsubscribed",
                "You get no more bulletins from us. One that is on its way this minute may still arrive.",
                """
                <p>Was that a mistake?</p>
                <form method="post"><input type="hidden" name="do" value="undo"><button>Undo: send me bulletins again</button></form>
                """);
    }

    static Content undone() {
        return new Content("You get bulletins again", "Everything is as it was before you unsubscribed.", stop());
    }

    static Content chosen(SubscriptionChoice choice) {
        return new Content(
                "Your choice is saved",
                "You get the %s, %s."
                        .formatted(
                                choice.inWords(),
                                choice.topics().isEmpty() ? "about every topic" : "about the topics you ticked"),
                stop());
    }

    private static String stop() {
        return """
                <form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>Unsubscribe</button></form>
                """;
    }

    private static String error(String fault) {
        return "<div class=\"sc-errors\" role=\"alert\"><h2>There is a problem</h2><p id=\"fault\">%s</p></div>"
                .formatted(PlainPage.escaped(fault));
    }

    private static String tick(String name, String value, String label) {
        return "<label><input type=\"checkbox\" name=\"%s\" value=\"%s\"><span>%s</span></label>"
                .formatted(name, PlainPage.escaped(value), PlainPage.escaped(label));
    }
}

package org.safercommunities.portal.notifications;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Letters of every shape, for tests. */
final class SampleLetters {

    private SampleLetters() {}

    static Letter named(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }

    static Map<String, Letter> all() {
        Map<String, Letter> letters = new LinkedHashMap<>();
        letters.put(
                "everything",
                Letter.titled(
                                "We have your request",
                                "You get this because somebody asked for access with this address.")
                        .say("Dear Rowan Weald,")
                        .say(
                                "thank you for asking to use the Safer Communities Portal. The Kent Community Safety Team will "
                                        + "answer you, as a rule within two working days.")
                        .fact("Organisation", "Oast Hall Residents’ Association")
                        .fact("What you need it for", "Guidance on home visits\nand the 16 Days of Action")
                        .button("Open the portal", "library"));
        letters.put(
                "with-things",
                Letter.titled("3 things are new for you", "You get this because you follow things.")
                        .item("Doorstep notes", "library/1", "New in a topic you follow, OFFICIAL")
                        .item("<b>Bold</b> & \"quoted\"", "library/2?a=1&b=2", "New version")
                        .button("See all", "notices")
                        .choice("Choose when you get this", "account#notices"));
        letters.put(
                "words-only",
                Letter.titled("Good to know", "You get this because you have an account.")
                        .say("Nothing to do."));
        letters.put(
                "hostile",
                Letter.titled("<script>alert(1)</script> & “quotes”", "Because \"</p><img src=x onerror=alert(1)>\".")
                        .say("Ärger & 漢字 with <b>markup</b> that must stay text, and a-very-long-word-"
                                + "x".repeat(120))
                        .fact("<i>Name</i>", "</mj-text><mj-raw>broken</mj-raw>")
                        .button("Go <there>", "search?q=a&b=\"c\""));
        return letters;
    }
}

package org.safercommunities.portal.bulletins;

/** Shows on any screen what a mail looks like on a dark one: its own rules for the dark, taken out of their condition. */
final class DarkMail {

    private static final String CONDITION = "@media (prefers-color-scheme: dark)";

    private DarkMail() {}

    static String of(String html) {
        return html.replace(CONDITION, "@media all");
    }
}

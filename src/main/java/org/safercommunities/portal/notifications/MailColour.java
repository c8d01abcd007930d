package org.safercommunities.portal.notifications;

/** The colours of the portal’s mail, in light and dark: those of its pages, as mail programs understand them. */
public enum MailColour {
    PAGE("#f7f5fa", "#131018"),
    SHEET("#ffffff", "#1c1824"),
    FOOT("#efebf5", "#131018"),
    PANEL("#efe7f8", "#262030"),
    INK("#1d1826", "#f2eef7"),
    QUIET("#564e62", "#bfb5cc"),
    LINK("#5b2a86", "#cbaef4"),
    LINE("#dfd9e8", "#393146"),
    BAND("#3b1c63", "#3b1c63"),
    ON_BAND("#ffffff", "#ffffff"),
    QUIET_ON_BAND("#e6dcf4", "#e6dcf4"),
    BUTTON("#5b2a86", "#cbaef4"),
    ON_BUTTON("#ffffff", "#23103c"),
    SENSITIVE("#8f3410", "#ffbc94"),
    ON_SENSITIVE("#ffffff", "#42210f");

    private final String light;
    private final String dark;

    MailColour(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** For example {@code #5b2a86}. */
    public String light() {
        return light;
    }

    public String dark() {
        return dark;
    }

    /** The contrast by WCAG of these two, in whichever of light and dark it is less: from 1 to 21. */
    public double contrast(MailColour other) {
        return Math.min(contrast(light, other.light), contrast(dark, other.dark));
    }

    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);
    }

    private static double part(String colour, int from) {
        double value = Integer.parseInt(colour, from, from + 2, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}

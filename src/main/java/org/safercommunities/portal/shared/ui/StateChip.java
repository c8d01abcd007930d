package org.safercommunities.portal.shared.ui;

/** How a thing stands: a colour, and always the word and an icon with it. */
public class StateChip extends Chip {

    private StateChip(Icon icon, String words, String kind) {
        super(icon, words, kind);
    }

    public static StateChip good(String words) {
        return good(Icon.CHECK, words);
    }

    public static StateChip good(Icon icon, String words) {
        return new StateChip(icon, words, "sc-good");
    }

    public static StateChip warn(String words) {
        return warn(Icon.CLOCK, words);
    }

    public static StateChip warn(Icon icon, String words) {
        return new StateChip(icon, words, "sc-warn");
    }

    public static StateChip bad(String words) {
        return bad(Icon.CIRCLE_ALERT, words);
    }

    public static StateChip bad(Icon icon, String words) {
        return new StateChip(icon, words, "sc-bad");
    }

    public static StateChip info(String words) {
        return info(Icon.INFO, words);
    }

    public static StateChip info(Icon icon, String words) {
        return new StateChip(icon, words, "sc-info");
    }
}

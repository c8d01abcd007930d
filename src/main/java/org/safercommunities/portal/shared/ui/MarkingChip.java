package org.safercommunities.portal.shared.ui;

/** The security marking of a thing, in the words of the government's classification scheme. */
public class MarkingChip extends Chip {

    private MarkingChip(String marking) {
        super(marking, "sc-marking");
    }

    private MarkingChip(Icon icon, String marking) {
        super(icon, marking, "sc-marking", "sc-sensitive");
    }

    /** @param marking {@code OFFICIAL} or {@code OFFICIAL-SENSITIVE} */
    public static MarkingChip of(String marking) {
        return marking.contains("SENSITIVE") ? new MarkingChip(Icon.LOCK, marking) : new MarkingChip(marking);
    }
}

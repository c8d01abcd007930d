package org.safercommunities.portal.library;

/** The two government security classifications that belong here. Nothing higher does. */
public enum Marking {
    OFFICIAL("OFFICIAL"),
    OFFICIAL_SENSITIVE("OFFICIAL-SENSITIVE");

    private final String label;

    Marking(String label) {
        this.label = label;
    }

    /** As it is written on papers. */
    public String label() {
        return label;
    }

    /** @throws InvalidDocument when it is neither of the two */
    public static Marking of(String label) {
        String plain = label.strip()
                .toUpperCase(java.util.Locale.ROOT)
                .replace(' ', '-')
                .replace('_', '-');
        for (Marking marking : values()) {
            if (marking.label.equals(plain)) {
                return marking;
            }
        }
        throw new InvalidDocument(
                "marking",
                "Use OFFICIAL or OFFICIAL-SENSITIVE. Anything higher does not belong in the portal: take it out and follow"
                        + " your agency’s procedure.");
    }
}

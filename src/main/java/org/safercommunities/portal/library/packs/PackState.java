package org.safercommunities.portal.library.packs;

import org.springframework.modulith.NamedInterface;

/** How a pack stands. One that was taken down is the team’s own again, and can be published once more. */
@NamedInterface("packs")
public enum PackState {
    DRAFT("Draft"),
    PUBLISHED("Published"),
    TAKEN_DOWN("Taken down");

    private final String words;

    PackState(String words) {
        this.words = words;
    }

    public String inWords() {
        return words;
    }
}

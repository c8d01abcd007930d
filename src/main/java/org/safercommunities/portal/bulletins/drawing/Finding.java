package org.safercommunities.portal.bulletins.drawing;

import org.jspecify.annotations.Nullable;

/**
 * Something in a bulletin that is to be put right.
 *
 * @param number of the block, counted from one; 0 when it concerns the bulletin as a whole
 * @param blockId of that block; null when it concerns the bulletin as a whole
 * @param problem what is wrong, in a sentence without a full stop
 * @param remedy what to do about it, likewise
 */
public record Finding(Weight weight, int number, @Nullable String blockId, String problem, String remedy) {

    /** How bad it is. */
    public enum Weight {
        /** It cannot be sent like this. */
        STOPS,
        /** It can, but readers would be better off otherwise. */
        WARNS
    }

    public boolean stops() {
        return weight == Weight.STOPS;
    }
}

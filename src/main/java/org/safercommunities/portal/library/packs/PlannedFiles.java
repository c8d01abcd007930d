package org.safercommunities.portal.library.packs;

import java.util.Arrays;
import java.util.UUID;

/** The ids of many members in their order, in sixteen bytes each. */
final class PlannedFiles {

    private long[] ids = new long[256];
    private int size;

    void add(UUID member) {
        if (size * 2 == ids.length) {
            ids = Arrays.copyOf(ids, ids.length * 2);
        }
        ids[size * 2] = member.getMostSignificantBits();
        ids[size * 2 + 1] = member.getLeastSignificantBits();
        size++;
    }

    UUID member(int at) {
        return new UUID(ids[at * 2], ids[at * 2 + 1]);
    }

    /** Where a member stands, from a place on; negative when it does not. */
    int indexOf(UUID member, int from) {
        for (int at = from; at < size; at++) {
            if (member(at).equals(member)) {
                return at;
            }
        }
        return -1;
    }

    int size() {
        return size;
    }
}

package org.safercommunities.portal.events;

/**
 * How many places there are, for one way of taking part.
 *
 * @param id of the pool, for staff
 * @param taken confirmed, offered, or awaiting approval
 * @param open how many the reader’s agency could have now: kept places of others left out
 * @param waiting how many people wait
 */
public record PoolFigures(long id, Mode mode, int capacity, int taken, int open, int waiting) {

    public int free() {
        return capacity - taken;
    }
}

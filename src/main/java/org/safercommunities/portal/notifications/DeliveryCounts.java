package org.safercommunities.portal.notifications;

/**
 * How far a batch has come.
 *
 * @param audience how many recipients were put into it; always the sum of the others
 * @param suppressed left out, because their addresses have bounced before
 * @param uncertain may have arrived; nobody is sent the mail again before a person decides so
 */
public record DeliveryCounts(
        int audience,
        int pending,
        int sending,
        int sent,
        int suppressed,
        int bounced,
        int failed,
        int uncertain,
        int stopped) {

    /** Whether each recipient is accounted for. */
    public boolean addUp() {
        return audience == pending + sending + sent + suppressed + bounced + failed + uncertain + stopped;
    }

    /** Whether nothing is left to be sent. */
    public boolean over() {
        return pending == 0 && sending == 0;
    }
}

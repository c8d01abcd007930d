package org.safercommunities.portal.bulletins.drawing;

/** Whether an address may stand in a bulletin, for those who take it in long before it is drawn. */
public final class WhereLinksLead {

    private static final Addresses WITHIN = new Addresses("");

    private WhereLinksLead() {}

    /** To the web, to a mailbox, or to a page of the portal when it begins with a slash. */
    public static boolean somewhere(String href) {
        return WITHIN.of(href).isPresent();
    }
}

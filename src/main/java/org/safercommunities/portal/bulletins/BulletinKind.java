package org.safercommunities.portal.bulletins;

/** The two that the team sends: short and monthly, long and quarterly. */
public enum BulletinKind {
    E_BULLETIN("e-bulletin"),
    NEWSLETTER("newsletter");

    private final String word;

    BulletinKind(String word) {
        this.word = word;
    }

    /** As it stands within a sentence. */
    public String word() {
        return word;
    }
}

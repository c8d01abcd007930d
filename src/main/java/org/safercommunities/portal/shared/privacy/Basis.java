package org.safercommunities.portal.shared.privacy;

/** Why the law lets us hold it. */
public enum Basis {
    PUBLIC_TASK("a task in the public interest", "UK GDPR Article 6(1)(e)"),
    CONSENT("your consent", "UK GDPR Article 6(1)(a)"),
    EXPLICIT_CONSENT("your explicit consent", "UK GDPR Articles 6(1)(a) and 9(2)(a)"),
    LEGAL_DUTY("a duty by law to account for what was shared", "UK GDPR Article 6(1)(c)");

    private final String words;
    private final String article;

    Basis(String words, String article) {
        this.words = words;
        this.article = article;
    }

    public String inWords() {
        return words;
    }

    public String article() {
        return article;
    }
}

package org.safercommunities.portal.surveys;

/** How a question is answered. */
public enum QuestionKind {
    /** One of five grades. */
    RATING("Rating, from excellent to poor"),
    /** One of the choices given. */
    CHOICE("One of several answers"),
    /** In their own words. */
    TEXT("In their own words");

    private final String inWords;

    QuestionKind(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }
}

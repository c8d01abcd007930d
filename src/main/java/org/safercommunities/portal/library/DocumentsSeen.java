package org.safercommunities.portal.library;

/**
 * The rule of who may see a document, for the parts of the library that ask it inside queries of their own. It is
 * {@link WhoMaySeeDocument}’s and no second one.
 */
public final class DocumentsSeen {

    /** To stand behind WHERE or AND, over {@code document d}, with the parameters of a reader. */
    public static final String CONDITION = WhoMaySeeDocument.CONDITION;

    private DocumentsSeen() {}
}

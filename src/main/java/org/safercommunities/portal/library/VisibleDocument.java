package org.safercommunities.portal.library;

/** The rule of who may see a document, for the other packages of the library: {@link WhoMaySeeDocument}, and none beside it. */
public final class VisibleDocument {

    /** To stand behind WHERE or AND, over {@code document d}, with the parameters of a reader. */
    public static final String CONDITION = WhoMaySeeDocument.CONDITION;

    private VisibleDocument() {}
}

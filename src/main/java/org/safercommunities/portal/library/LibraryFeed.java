package org.safercommunities.portal.library;

import java.util.List;
import java.util.Set;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The newest documents for a feed reader that cannot sign in: its address goes through programs and servers that nobody here looks
 * after. It is therefore given what {@link WhoSeesDocuments#toldOutside} lets be told to people without an account, what is for
 * everyone and not OFFICIAL-SENSITIVE, and nothing of what its owner sees beyond that.
 */
@Service
public class LibraryFeed {

    private static final int NEWEST = 50;

    /** So many are for everyone, of which some may be marked. */
    private static final int LOOKED_AT = 200;

    private final Documents documents;
    private final WhoSeesDocuments whoSees;

    LibraryFeed(Documents documents, WhoSeesDocuments whoSees) {
        this.documents = documents;
        this.whoSees = whoSees;
    }

    /** Newest first. Two statements. */
    @Transactional(readOnly = true)
    public List<DocumentCard> newest() {
        List<DocumentCard> open = documents.publishedSince(null, LOOKED_AT, Reader.stranger());
        Set<java.util.UUID> told =
                whoSees.toldOutside(open.stream().map(DocumentCard::id).toList());
        return open.stream()
                .filter(card -> told.contains(card.id()))
                .limit(NEWEST)
                .toList();
    }
}

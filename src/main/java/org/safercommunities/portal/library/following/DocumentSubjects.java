package org.safercommunities.portal.library.following;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.notifications.notices.NoticeSubject;
import org.safercommunities.portal.notifications.notices.NoticeSubjects;
import org.springframework.stereotype.Component;

/** Documents that people are told of: their titles, to whoever may see them at that moment. */
@Component
public class DocumentSubjects implements NoticeSubjects {

    /** Under which notices of documents are kept. */
    public static final String SOURCE = "documents";

    private final Documents documents;

    DocumentSubjects(Documents documents) {
        this.documents = documents;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Map<UUID, NoticeSubject> of(Collection<UUID> ids, Reader reader) {
        return documents.cards(ids, reader).stream()
                .collect(Collectors.toMap(DocumentCard::id, DocumentSubjects::subject));
    }

    private static NoticeSubject subject(DocumentCard card) {
        return new NoticeSubject(
                card.title(), "Document", card.marking().label(), card.marking() == Marking.OFFICIAL_SENSITIVE);
    }
}

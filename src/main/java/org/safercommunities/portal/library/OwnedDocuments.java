package org.safercommunities.portal.library;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents that somebody answers for, and how coordinators give one to a colleague. Editors choose owners where they change a document. */
@Service
public class OwnedDocuments {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Documents cards;
    private final DocumentRecords documents;
    private final VersionRecords versions;
    private final WhoMaySeeDocument whoMaySee;
    private final PersonList people;
    private final Readers readers;
    private final HandingOver handingOver;

    OwnedDocuments(
            JdbcClient jdbc,
            Documents cards,
            DocumentRecords documents,
            VersionRecords versions,
            WhoMaySeeDocument whoMaySee,
            PersonList people,
            Readers readers,
            HandingOver handingOver) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.documents = documents;
        this.versions = versions;
        this.whoMaySee = whoMaySee;
        this.people = people;
        this.readers = readers;
        this.handingOver = handingOver;
    }

    /** Those that this person answers for and may see, by when their review is due; at most 500. */
    @Transactional(readOnly = true)
    public List<DocumentCard> mine(Reader reader) {
        List<UUID> own = jdbc.sql("SELECT d.id FROM document d WHERE d.owner = :me AND " + WhoMaySeeDocument.CONDITION
                        + " ORDER BY d.review_on IS NULL, d.review_on, d.title, d.id LIMIT " + MOST)
                .params(reader.parameters())
                .query((row, number) -> Sql.id(row, "id"))
                .list();
        return cards.cards(own, reader).stream()
                .sorted(java.util.Comparator.comparingInt(card -> own.indexOf(card.id())))
                .toList();
    }

    /** Those to whom this person may give a document: the first 500 people of their agency that are found, when they coordinate it. */
    public List<PersonSummary> colleagues(String text, int offset, int limit, Reader by) {
        // A page is cut after those are left out who cannot be chosen: a short one would say that nobody comes after it
        return by.is(Role.COORDINATOR)
                ? people.search(text, by.agencyId(), 0, MOST).stream()
                        .filter(PersonSummary::active)
                        .filter(person -> !person.id().equals(by.personId()))
                        .skip(offset)
                        .limit(limit)
                        .toList()
                : List.of();
    }

    /**
     * Gives a document to a colleague of the same agency to answer for. Its owner may, who coordinates that agency.
     *
     * @param email of the colleague
     * @throws UnknownDocument when there is none for this person
     * @throws InvalidDocument at {@code owner} alike when there is no such colleague, or they cannot see it
     */
    @Transactional
    public void handOn(UUID id, String email, Reader by) {
        versions.flush();
        Document document = (whoMaySee.admits(by, id) ? documents.hold(id) : Optional.<Document>empty())
                .orElseThrow(() -> new UnknownDocument(id));
        if (!document.owner().equals(by.personId()) || !by.is(Role.COORDINATOR)) {
            throw new AccessDeniedException("A document is handed on by its owner, who coordinates an agency");
        }
        UUID to = people.findByEmail(email)
                .filter(PersonSummary::active)
                .filter(person -> person.agency().equals(by.agencyId()))
                .map(PersonSummary::id)
                .filter(person -> readers.of(person)
                        .filter(reader -> whoMaySee.admits(reader, id))
                        .isPresent())
                .orElseThrow(() ->
                        new InvalidDocument("owner", "Choose a colleague of your agency who can see this document"));
        handingOver.to(to, document, by);
    }
}

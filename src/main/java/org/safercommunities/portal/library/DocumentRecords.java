package org.safercommunities.portal.library;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DocumentRecords extends Repository<Document, UUID> {

    Optional<Document> findById(UUID id);

    Document save(Document document);
}

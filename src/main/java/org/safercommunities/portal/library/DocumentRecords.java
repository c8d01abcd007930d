package org.safercommunities.portal.library;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DocumentRecords extends Repository<Document, UUID> {

    Optional<Document> findById(UUID id);

    /**
     * The document as it stands now, held until the transaction ends: whoever tells search about a document must hold it, or
     * a slower one brings back what was just taken out.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Document d where d.id = :id")
    Optional<Document> hold(UUID id);

    Document save(Document document);
}

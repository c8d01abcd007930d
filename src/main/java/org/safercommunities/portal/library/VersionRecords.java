package org.safercommunities.portal.library;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface VersionRecords extends JpaRepository<DocumentVersion, UUID> {

    List<DocumentVersion> findByDocumentIdOrderByNumberDesc(UUID document);

    Optional<DocumentVersion> findByDocumentIdAndNumber(UUID document, int number);
}

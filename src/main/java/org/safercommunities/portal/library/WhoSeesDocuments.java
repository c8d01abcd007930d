package org.safercommunities.portal.library;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.ManyReaders;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Of many people at once, who may see which document; {@link WhoMaySeeDocument} says so for each. */
@Service
public class WhoSeesDocuments {

    private final JdbcClient jdbc;

    WhoSeesDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of these published documents each of the readers in {@link ManyReaders} may see. Who sees none is left out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Set<UUID>> published(Collection<UUID> documents) {
        Map<UUID, Set<UUID>> seen = new HashMap<>();
        if (!documents.isEmpty()) {
            jdbc.sql("SELECT r.id AS reader, d.id FROM document d JOIN " + ManyReaders.TABLE
                            + " WHERE d.id IN (:ids) AND " + WhoMaySeeDocument.OUT + " AND "
                            + ManyReaders.forEach(WhoMaySeeDocument.CONDITION))
                    .param("ids", documents.stream().map(UUID::toString).toList())
                    .query(row -> {
                        seen.computeIfAbsent(Sql.id(row, "reader"), any -> new HashSet<>())
                                .add(Sql.id(row, "id"));
                    });
        }
        return seen;
    }

    /** Which of these may be told of to people without an account: what is for everyone, and not marked. */
    @Transactional(readOnly = true)
    public Set<UUID> toldOutside(Collection<UUID> documents) {
        if (documents.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("SELECT d.id FROM document d WHERE d.id IN (:ids) AND " + WhoMaySeeDocument.OUT
                        + " AND d.marking = :marking AND " + WhoMaySeeDocument.CONDITION)
                .params(Reader.stranger().parameters())
                .param("marking", Marking.OFFICIAL.name())
                .param("ids", documents.stream().map(UUID::toString).toList())
                .query((row, number) -> Sql.id(row, "id"))
                .list());
    }
}

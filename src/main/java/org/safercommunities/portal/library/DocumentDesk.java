package org.safercommunities.portal.library;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of documents that somebody has to do something about. For editors; each sees of them what is theirs to see. */
@Service
public class DocumentDesk {

    private final JdbcClient jdbc;
    private final Clock clock;

    DocumentDesk(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<DocumentCard> of(DeskList list, int offset, int limit, Reader reader) {
        EditableDocuments.unlessEditor(reader);
        return jdbc.sql(Documents.CARD + list.rule + " AND " + list.condition + " ORDER BY " + list.order
                        + ", d.id LIMIT :limit OFFSET :offset")
                .params(reader.parameters())
                .param("today", Dates.today(clock))
                .param("limit", limit)
                .param("offset", offset)
                .query(DocumentCard::of)
                .list();
    }

    /** How long each list is; one statement. */
    @Transactional(readOnly = true)
    public Map<DeskList, Integer> counts(Reader reader) {
        EditableDocuments.unlessEditor(reader);
        String sums = Arrays.stream(DeskList.values())
                .map(list -> "(SELECT COUNT(*) FROM document d WHERE %s AND %s) AS %s"
                        .formatted(list.rule, list.condition, list.name()))
                .collect(Collectors.joining(", "));
        return jdbc.sql("SELECT " + sums)
                .params(reader.parameters())
                .param("today", Dates.today(clock))
                .query((row, number) -> {
                    Map<DeskList, Integer> counts = new EnumMap<>(DeskList.class);
                    for (DeskList list : DeskList.values()) {
                        counts.put(list, row.getInt(list.name()));
                    }
                    return counts;
                })
                .single();
    }
}

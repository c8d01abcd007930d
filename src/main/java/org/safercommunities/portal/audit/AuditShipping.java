package org.safercommunities.portal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands sealed lines on as JSON lines, each once and in the order of the chain, in a file a day that a collector of logs takes. How
 * far it came stands in the files themselves, so that neither a crash between file and database nor another node sends any again.
 */
@Service
class AuditShipping {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path folder;

    AuditShipping(JdbcClient jdbc, Clock clock, AuditProperties places) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.folder = places.lines();
    }

    private record Line(long number, String json) {}

    /** Returns how many lines went out. For one thread in the cluster at a time. */
    int ship() {
        try {
            ShippedLines shipped = new ShippedLines(folder);
            long after = shipped.last();
            int sent = 0;
            List<Line> lines;
            do {
                lines = sealedAfter(after);
                if (!lines.isEmpty()) {
                    after = lines.getLast().number();
                    shipped.append(
                            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                            lines.stream().map(Line::json).toList(),
                            after);
                    sent += lines.size();
                }
            } while (lines.size() == BATCH);
            return sent;
        } catch (IOException e) {
            throw new UncheckedIOException("Lines of the audit trail could not be written to " + folder, e);
        }
    }

    private List<Line> sealedAfter(long number) {
        return jdbc.sql("""
                        SELECT s.number, s.seal, r.* FROM audit_seal s JOIN audit_row r ON r.id = s.line
                         WHERE s.number > ? ORDER BY s.number LIMIT ?
                        """)
                .param(number)
                .param(BATCH)
                .query(AuditShipping::line)
                .list();
    }

    private static Line line(java.sql.ResultSet row, int index) throws java.sql.SQLException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", row.getLong("number"));
        json.put("line", row.getLong("id"));
        json.put("at", Sql.moment(row, "at").toString());
        json.put("actor", row.getString("actor"));
        json.put("agency", row.getString("agency"));
        json.put("action", row.getString("action"));
        json.put("subject", row.getString("subject"));
        json.put("result", row.getString("result"));
        json.put("details", JSON.readTree(row.getString("details")));
        json.put("seal", HexFormat.of().formatHex(row.getBytes("seal")));
        return new Line(row.getLong("number"), JSON.writeValueAsString(json));
    }
}

package org.safercommunities.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is held on people and how long, and what was deleted in time. For administrators. */
@RestController
@RequestMapping("/api/v1/privacy")
@Tag(name = "Privacy")
class PrivacyApi {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final PrivacyRecord record;
    private final RetentionRuns runs;
    private final CurrentReader reader;

    PrivacyApi(PrivacyRecord record, RetentionRuns runs, CurrentReader reader) {
        this.record = record;
        this.runs = runs;
        this.reader = reader;
    }

    record Record(List<PrivacyRecord.Entry> items, int total) {}

    record Due(String kind, String what, String then, long due, long inThirtyDays) {}

    record Run(
            UUID run,
            String kind,
            Instant began,
            long milliseconds,
            long due,
            long done,
            @Nullable String fault) {}

    record Retention(List<Due> due, List<Run> runs) {}

    @Operation(summary = "What is held on people, why, who sees it and how long (administrators)")
    @GetMapping("/record")
    Record record() {
        List<PrivacyRecord.Entry> items = record.entries(reader.get());
        return new Record(items, items.size());
    }

    @Operation(summary = "The same as a table (administrators)")
    @GetMapping("/record.csv")
    ResponseEntity<String> recordTable() throws IOException {
        StringBuilder out = new StringBuilder();
        record.write(out, reader.get());
        return table("record-of-processing.csv", out);
    }

    @Operation(summary = "What is due to be deleted, and what the newest runs did (administrators)")
    @GetMapping("/retention")
    Retention retention() {
        Reader by = reader.get();
        return new Retention(
                runs.due(by).stream()
                        .map(each -> new Due(
                                each.kind().rule(),
                                each.kind().what(),
                                each.kind().fate().inWords(),
                                each.now(),
                                each.soon()))
                        .toList(),
                runs.newest(200, by).stream()
                        .map(line -> new Run(
                                line.run(),
                                line.rule(),
                                line.began(),
                                line.took().toMillis(),
                                line.due(),
                                line.done(),
                                line.fault()))
                        .toList());
    }

    @Operation(summary = "What the runs did, as a table (administrators)")
    @GetMapping("/retention.csv")
    ResponseEntity<String> retentionTable() throws IOException {
        StringBuilder out = new StringBuilder();
        runs.write(out, reader.get());
        return table("retention.csv", out);
    }

    private static ResponseEntity<String> table(String name, StringBuilder out) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(out.toString());
    }
}

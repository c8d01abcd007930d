package org.safercommunities.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Each line goes out once, whatever happens between the file and the next time. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class AuditShippingIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @TempDir
    private Path folder;

    private final String subject = "test:" + UUID.randomUUID();

    @BeforeEach
    void sealed() {
        write(3);
    }

    private void write(int lines) {
        for (int each = 0; each < lines; each++) {
            jdbc.sql(
                            "INSERT INTO audit_row (at, action, subject, details) VALUES (UTC_TIMESTAMP(6), 'test.done', ?, '{\"a\":\"b\"}')")
                    .param(subject)
                    .update();
        }
        AuditSeal seal = new AuditSeal(jdbc, Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        Integer sealed;
        do {
            sealed = transactions.execute(status -> seal.sealSettled());
        } while (sealed != null && sealed > 0);
    }

    /** A node as it starts: it knows nothing but the folder. */
    private int ship(Duration later) {
        return new AuditShipping(
                        jdbc,
                        Clock.offset(Clock.systemUTC(), later),
                        new AuditProperties(folder.resolve("heads.jsonl"), folder))
                .ship();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private List<Long> numbers() throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (Path file : files()) {
            for (String line : Files.readAllLines(file)) {
                numbers.add(JSON.readTree(line).get("number").asLong());
            }
        }
        return numbers;
    }

    private void everyLineIsThereOnce() throws IOException {
        List<Long> numbers = numbers();
        assertThat(numbers)
                .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void anotherDayIsAnotherFileAndTheNextNodeGoesOn() throws IOException {
        ship(Duration.ZERO);
        write(2);
        assertThat(ship(Duration.ofDays(1))).isGreaterThanOrEqualTo(2);
        assertThat(files()).hasSize(2);
        write(1);
        ship(Duration.ZERO); // a node whose clock is behind
        assertThat(files()).hasSize(2);
        everyLineIsThereOnce();
        String last = Files.readAllLines(files().getLast()).getLast();
        assertThat(last)
                .contains("\"action\":\"test.done\"", "\"result\":\"done\"", "\"details\":{\"a\":\"b\"}", subject);
    }

    @Test
    void aKillBetweenTheFileAndThePositionSendsNothingAgain() throws IOException {
        ship(Duration.ZERO);
        Files.writeString(folder.resolve("position"), "1");
        write(1);
        ship(Duration.ZERO);
        everyLineIsThereOnce();
    }

    @Test
    void aLineThatWasCutOffIsWrittenAgainWhole() throws IOException {
        ship(Duration.ZERO);
        Path file = files().getLast();
        int whole = numbers().size();
        Files.writeString(file, "{\"number\":" + (whole + 1) + ",\"li", StandardOpenOption.APPEND);
        write(1);
        ship(Duration.ZERO);
        everyLineIsThereOnce();
        assertThat(numbers()).hasSizeGreaterThan(whole);
    }

    @Test
    void aCollectorMayTakeAllFilesAway() throws IOException {
        ship(Duration.ZERO);
        long last = numbers().getLast();
        for (Path file : files()) {
            Files.delete(file);
        }
        write(2);
        ship(Duration.ZERO);
        assertThat(numbers().getFirst()).isEqualTo(last + 1);
    }
}

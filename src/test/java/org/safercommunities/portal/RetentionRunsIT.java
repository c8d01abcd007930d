package org.safercommunities.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Retention;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nightly run: every kind in turn, whatever becomes of the one before, and a report of all. */
@PortalIT
class RetentionRunsIT {

    @Autowired
    ApplicationContext portal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RetentionRuns real;

    private static Retention kind(String rule, int due, java.util.function.IntSupplier run) {
        return new Retention(rule, rule, Fate.ERASED, by -> due, run);
    }

    private RetentionRuns of(Retention... kinds) {
        return new RetentionRuns(
                new ObjectProvider<>() {
                    @Override
                    public Stream<Retention> orderedStream() {
                        return Stream.of(kinds);
                    }
                },
                jdbc,
                Clock.systemUTC());
    }

    private Reader administrator() {
        Somebody somebody = new Somebody(portal);
        return somebody.of(somebody.agency("Retention"), Role.ADMINISTRATOR);
    }

    @AfterEach
    void noReportOfThese() {
        jdbc.sql("DELETE FROM retention_run").update();
    }

    @Test
    void whatGoesWrongWithOneKindKeepsNoOtherFromItsTurnAndAdministratorsAreWarned() throws IOException {
        Reader administrator = administrator();
        RetentionRuns runs = of(
                kind("first", 3, () -> 3),
                kind("second", 2, () -> {
                    throw new IllegalArgumentException("with the name of Somebody");
                }),
                kind("third", 1, () -> 1));
        assertThat(runs.run()).isEqualTo(1);
        // The night's own run may have come in between
        List<RetentionRuns.Line> lines = runs.newest(100, administrator).stream()
                .filter(line -> Set.of("first", "second", "third").contains(line.rule()))
                .toList();
        assertThat(lines).extracting(RetentionRuns.Line::rule).containsExactlyInAnyOrder("first", "second", "third");
        assertThat(lines).extracting(RetentionRuns.Line::done).containsExactlyInAnyOrder(3L, 0L, 1L);
        assertThat(lines)
                .filteredOn(line -> line.rule().equals("second"))
                .singleElement()
                .satisfies(line -> assertThat(line.fault()).isNotNull().doesNotContain("Somebody"));
        assertThat(new RetentionWarning(runs).now()).isPresent();
        StringBuilder table = new StringBuilder();
        runs.write(table, administrator);
        assertThat(table.toString()
                        .lines()
                        .filter(line -> line.matches("(\\ufeff?run,kind|[^,]+,(first|second|third)),.*")))
                .hasSize(4);
        assertThat(of(kind("first", 0, () -> 0)).run()).isZero();
        assertThat(new RetentionWarning(runs).now())
                .as("all is well with the next run")
                .isEmpty();
    }

    @Test
    void everyKindOfTheRunningPortalCanBeCountedAndRun() {
        assertThat(real.due(administrator())).hasSizeGreaterThan(9).allSatisfy(due -> {
            assertThat(due.now()).isNotNegative();
            assertThat(due.soon()).isNotNegative();
        });
        assertThat(real.run()).isZero();
        assertThat(real.due(administrator()))
                .allSatisfy(due -> assertThat(due.now()).as(due.kind().rule()).isZero());
    }

    @Test
    void onlyAdministratorsSeeReports() {
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("No reports");
        for (Role role : List.of(Role.COORDINATOR, Role.EDITOR, Role.BOARD_MEMBER)) {
            Reader other = somebody.of(agency, role);
            assertThatThrownBy(() -> real.newest(1, other)).hasMessageContaining("administrator");
            assertThatThrownBy(() -> real.due(other)).hasMessageContaining("administrator");
        }
    }
}

package org.safercommunities.portal.devtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProcessesTest {

    private final String mark = "--datadir=/data/" + UUID.randomUUID();

    private static Process sleeping(String argument) throws IOException {
        // The shell itself carries the mark and starts nothing: a child carries it too until it becomes another program
        return new ProcessBuilder("/bin/sh", "-c", "read -r never", argument).start();
    }

    @Test
    void whatAKilledRunLeftBehindIsStopped() throws IOException {
        Process orphan = sleeping(mark);
        assertThat(Processes.stopOrphans(mark, Duration.ofSeconds(5))).isEqualTo(1);
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void anotherInstallationsProcessIsLeftAlone() throws IOException {
        Process other = sleeping(mark + "-of-another");
        try {
            assertThat(Processes.stopOrphans(mark, Duration.ofSeconds(5))).isZero();
            assertThat(other.isAlive()).isTrue();
        } finally {
            Processes.stop(other.toHandle(), Duration.ofSeconds(5));
        }
    }

    @Test
    void aScriptsOwnProgramEndsWithIt() throws IOException {
        Process script = new ProcessBuilder("/bin/sh", "-c", "sleep 60 & echo $!; wait").start();
        long program = Long.parseLong(
                new BufferedReader(new InputStreamReader(script.getInputStream(), StandardCharsets.UTF_8)).readLine());
        Processes.killWithChildren(script.toHandle());
        // Until somebody takes note of its end it is listed still, but without a program
        await().untilAsserted(() -> assertThat(
                        ProcessHandle.of(program).flatMap(ended -> ended.info().command()))
                .isEmpty());
    }

    @Test
    void whoDoesNotListenIsKilled() throws IOException {
        Process deaf =
                new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done").start();
        assertThat(deaf.getInputStream().read()).isEqualTo('d');
        Processes.stop(deaf.toHandle(), Duration.ofMillis(300));
        assertThat(deaf.isAlive()).isFalse();
    }
}

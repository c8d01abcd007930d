package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two processes of the portal on one database, one of which is killed on the way. */
@PortalIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class TwoProcessesIT {

    private static final int RUNS = 10;
    private static final int CROWD = 24;
    private static final int THREADS = 8;
    private static final int STEPS = 300;

    private final ApplicationContext portal;
    private final EventWorld world;
    private final PlacesOracle oracle;
    private NodeProcess one;
    private NodeProcess other;

    TwoProcessesIT(@Autowired ApplicationContext portal) {
        this.portal = portal;
        world = new EventWorld(portal);
        oracle = new PlacesOracle(world.jdbc);
    }

    /** Both, again when the last test has ended one of them. */
    @BeforeEach
    void start() {
        one = alive(one, "one");
        other = alive(other, "other");
        one.awaitReady();
        other.awaitReady();
    }

    private static NodeProcess alive(@Nullable NodeProcess before, String name) {
        return before != null && before.isAlive() ? before : node(name);
    }

    @AfterAll
    void endBoth() {
        one.close();
        other.close();
    }

    @Test
    void exactlyTheCapacityIsConfirmedAndTheRestWaitInOrder() {
        List<UUID> crowd = crowd();
        for (int run = 1; run <= RUNS; run++) {
            Random random = new Random(run);
            int capacity = 1 + random.nextInt(8);
            UUID event = world.event(capacity);
            Collections.shuffle(crowd, random);
            assertThat(positions(rush("book", event, crowd)))
                    .as("turns as people were told them in run %d", run)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, CROWD - capacity).boxed().toList());
            exactly(event, capacity);
        }
    }

    /** The same decision without holding the pool: were it never to oversell, the runs above would prove nothing. */
    @Test
    void theControlWithoutTheGuardOversells() {
        List<UUID> crowd = crowd();
        int oversold = 0;
        for (int run = 1; run <= RUNS; run++) {
            UUID event = world.event(3);
            rush("unguarded", event, crowd);
            oversold += world.count(event, PlaceState.CONFIRMED) > 3 ? 1 : 0;
        }
        assertThat(oversold).isPositive();
    }

    @Test
    void whoeverWasBookingWhenAProcessWasKilledBooksAgainAndNoPlaceIsLostOrGivenTwice() {
        List<UUID> crowd = crowd();
        UUID event = world.event(7);
        other.killAfter(3);
        rush("book", event, crowd);
        other.close();
        one.tell(command("book", event, crowd)).join();
        exactly(event, 7);

        other = node("other");
        stormWithAKill();
    }

    private void stormWithAKill() {
        PlacesStage stage = new PlacesStage(portal);
        other.awaitReady();
        other.killAfter(STEPS / PlacesNode.STEPS_A_LINE / 2);
        CompletableFuture<NodeProcess.Answer> atOne = one.tell(stage.storm(1, STEPS, THREADS));
        CompletableFuture<NodeProcess.Answer> atOther = other.tell(stage.storm(2, STEPS, THREADS));
        stage.mergeAgencies();
        assertThat(atOther.join().killed()).as("killed on the way").isTrue();
        assertThat(atOne.join().all("fault")).isEmpty();
        assertThat(stage.faultsOnceAllIsCaughtUp())
                .as("after %s", atOne.join().lines())
                .isEmpty();
    }

    private NodeProcess.Answer rush(String what, UUID event, List<UUID> crowd) {
        CompletableFuture<NodeProcess.Answer> atOne = one.tell(command(what, event, crowd.subList(0, CROWD / 2)));
        CompletableFuture<NodeProcess.Answer> atOther =
                other.tell(command(what, event, crowd.subList(CROWD / 2, CROWD)));
        List<String> lines = new ArrayList<>(atOne.join().lines());
        lines.addAll(atOther.join().lines());
        return new NodeProcess.Answer(lines, false);
    }

    private static List<Integer> positions(NodeProcess.Answer answer) {
        return answer.lines().stream()
                .map(line -> line.split(" "))
                .filter(words -> words[1].equals("WAITING"))
                .map(words -> Integer.valueOf(words[2]))
                .sorted()
                .toList();
    }

    private void exactly(UUID event, int capacity) {
        assertThat(world.count(event, PlaceState.CONFIRMED)).isEqualTo(capacity);
        assertThat(world.count(event, PlaceState.WAITING)).isEqualTo(CROWD - capacity);
        assertThat(oracle.faults(event)).isEmpty();
    }

    private static String command(String what, UUID event, List<UUID> people) {
        return "%s %s %d %s".formatted(what, event, THREADS, joined(people));
    }

    private static String joined(List<UUID> people) {
        return people.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private List<UUID> crowd() {
        String agency = world.somebody.agency("Crowd");
        return IntStream.range(0, CROWD)
                .mapToObj(number -> world.somebody.of(agency).personId())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static NodeProcess node(String name) {
        return new NodeProcess(PortalServices.folder().resolve("nodes").resolve(name), PortalServices.variables());
    }
}

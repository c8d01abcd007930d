package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everybody wants one of a few places at the same moment. */
@PortalIT
class PlacesRushIT {

    private static final int CROWD = 24;
    private static final int CAPACITY = 5;
    private static final int RUNS = 10;

    private final EventWorld world;
    private final TransactionTemplate transaction;

    PlacesRushIT(@Autowired ApplicationContext portal) {
        world = new EventWorld(portal);
        transaction = new TransactionTemplate(portal.getBean(PlatformTransactionManager.class));
    }

    @Test
    void exactlyTheCapacityIsConfirmedAndTheRestWaitInOrder() throws Exception {
        List<Reader> crowd = crowd();
        for (int run = 0; run < RUNS; run++) {
            UUID event = world.event(CAPACITY);
            List<BookingOutcome> outcomes = rush(crowd, who -> world.book(event, who));
            assertThat(outcomes.stream().filter(one -> one.status() == PlaceState.CONFIRMED))
                    .hasSize(CAPACITY);
            assertThat(outcomes.stream()
                            .filter(one -> one.status() == PlaceState.WAITING)
                            .map(BookingOutcome::position)
                            .sorted())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, CROWD - CAPACITY).boxed().toList());
            assertThat(world.wrongCounters(event)).isEmpty();
        }
    }

    @Test
    void theLastPlaceIsGivenUpAndBookedAtTheSameMomentAndNeverLost() throws Exception {
        List<Reader> crowd = crowd();
        UUID event = world.event(CAPACITY);
        rush(crowd, who -> world.book(event, who));
        rush(crowd, who -> {
            UUID booking = world.jdbc
                    .sql("SELECT id FROM event_booking WHERE event_id = ? AND person_id = ? AND ended_at IS NULL")
                    .param(event.toString())
                    .param(who.personId().toString())
                    .query((row, number) -> Sql.id(row, "id"))
                    .single();
            world.places.cancel(booking, who);
            return world.book(event, who);
        });
        assertThat(world.wrongCounters(event)).isEmpty();
        assertThat(world.count(event, PlaceState.CONFIRMED) + world.count(event, PlaceState.OFFERED))
                .isEqualTo(CAPACITY);
        assertThat(world.count(event, PlaceState.WAITING)).isEqualTo(CROWD - CAPACITY);
    }

    /** The same decision without holding the pool. Were it never to oversell, the tests above would prove nothing. */
    @Test
    void theControlWithoutTheGuardOversells() throws Exception {
        List<Reader> crowd = crowd();
        UUID event = world.event(CAPACITY);
        CyclicBarrier allHaveLooked = new CyclicBarrier(CAPACITY * 2);
        List<Boolean> booked = rush(
                crowd.subList(0, CAPACITY * 2),
                who -> transaction.execute(status -> {
                    boolean free = world.count(event, PlaceState.CONFIRMED) < CAPACITY;
                    await(allHaveLooked);
                    if (free) {
                        new UnguardedBooking(world.jdbc).write(event, world.session(event), who);
                    }
                    return free;
                }));
        assertThat(booked.stream().filter(Boolean::booleanValue)).hasSizeGreaterThan(CAPACITY);
        assertThat(world.count(event, PlaceState.CONFIRMED)).isGreaterThan(CAPACITY);
        assertThat(world.wrongCounters(event)).as("the counters tell").isNotEmpty();
    }

    private List<Reader> crowd() {
        String agency = world.somebody.agency("Crowd");
        return IntStream.range(0, CROWD)
                .mapToObj(number -> world.somebody.of(agency))
                .toList();
    }

    private interface Attempt<T> {
        T by(Reader who);
    }

    private static <T> List<T> rush(List<Reader> crowd, Attempt<T> attempt) throws Exception {
        CyclicBarrier start = new CyclicBarrier(crowd.size());
        List<T> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(crowd.size())) {
            List<Future<T>> each = new ArrayList<>();
            for (Reader who : crowd) {
                Callable<T> turn = () -> {
                    await(start);
                    return attempt.by(who);
                };
                each.add(threads.submit(turn));
            }
            for (Future<T> one : each) {
                outcomes.add(one.get(60, TimeUnit.SECONDS));
            }
        }
        return outcomes;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** The control of every test that trusts the oracle: it sees each kind of fault, made by hand and taken back. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class PlacesOracleIT {

    private final EventWorld world;
    private final PlacesOracle oracle;
    private final PlatformTransactionManager transactions;
    private UUID event;
    private List<String> waiting;
    private TransactionStatus transaction;

    PlacesOracleIT(@Autowired ApplicationContext portal) {
        world = new EventWorld(portal);
        oracle = new PlacesOracle(world.jdbc);
        transactions = portal.getBean(PlatformTransactionManager.class);
    }

    /** One place, somebody who has it, and two who wait for it. */
    @BeforeEach
    void oneHasThePlaceAndTwoWait() {
        event = world.event(1);
        String agency = world.somebody.agency("Oracle");
        for (int each = 0; each < 3; each++) {
            world.book(event, world.somebody.of(agency));
        }
        assertThat(oracle.faults(event)).isEmpty();
        waiting =
                world.jdbc.sql("""
                        SELECT p.id FROM event_place p JOIN event_booking b ON b.id = p.booking_id
                         WHERE b.event_id = ? AND p.state = 'WAITING' ORDER BY p.ticket
                        """).param(event.toString()).query(String.class).list();
        transaction = transactions.getTransaction(new DefaultTransactionDefinition());
    }

    @AfterEach
    void takeBack() {
        transactions.rollback(transaction);
    }

    @Test
    void aPlaceTooManyIsSeen() {
        step(waiting.getFirst(), "Longest waiting");

        assertThat(oracle.wrongCounters(event)).isNotEmpty();
        assertThat(oracle.overtaken(event)).as("their turn it was").isEmpty();
        assertThat(oracle.halfDone(event)).isEmpty();
    }

    @Test
    void whoComesBeforeSomebodyWhoWaitedLongerIsSeen() {
        step(waiting.getLast(), "Longest waiting");

        assertThat(oracle.overtaken(event)).hasSize(1);
    }

    @Test
    void aPlaceGivenForNoReasonIsSeen() {
        step(waiting.getFirst(), null);

        assertThat(oracle.overtaken(event)).hasSize(1);
    }

    @Test
    void aStateThatNoStepLedToIsSeen() {
        world.jdbc
                .sql("UPDATE event_place SET state = 'DECLINED' WHERE id = ?")
                .param(waiting.getFirst())
                .update();

        assertThat(oracle.halfDone(event))
                .anyMatch(fault -> fault.startsWith("place " + waiting.getFirst()))
                .anyMatch(fault -> fault.startsWith("booking"));
    }

    @Test
    void aFreePlaceThatNobodyIsGivenIsSeen() {
        world.jdbc.sql("""
                        UPDATE event_pool o JOIN event_session s ON s.id = o.session_id SET o.capacity = 2 WHERE s.event_id = ?
                        """).param(event.toString()).update();

        assertThat(oracle.withheld(event)).hasSize(2);
    }

    /** Gives the place, and writes it into the log. */
    private void step(String place, @Nullable String reason) {
        world.jdbc
                .sql("UPDATE event_place SET state = 'CONFIRMED' WHERE id = ?")
                .param(place)
                .update();
        world.jdbc.sql("""
                        INSERT INTO event_place_step (place_id, pool_id, booking_id, agency, from_state, to_state, reason, at)
                        SELECT id, pool_id, booking_id, agency, 'WAITING', 'CONFIRMED', :reason, UTC_TIMESTAMP(6)
                          FROM event_place WHERE id = :place
                        """).param("reason", reason).param("place", place).update();
    }
}

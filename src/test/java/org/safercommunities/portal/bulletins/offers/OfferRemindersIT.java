package org.safercommunities.portal.bulletins.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.DaysBefore;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Agencies are reminded before a deadline: once a round, whoever has something to do. */
@PortalIT
class OfferRemindersIT {

    private final OfferWorld world;
    private final OfferReminders reminders;
    private final Reader coordinator;

    OfferRemindersIT(@Autowired ApplicationContext portal) {
        world = new OfferWorld(portal);
        reminders = portal.getBean(OfferReminders.class);
        coordinator = world.somebody.named("Sorrel Chalk", world.south, Role.COORDINATOR);
    }

    private void settled(UUID bulletin) {
        world.jdbc
                .sql("UPDATE bulletin_call SET set_at = ? WHERE bulletin_id = ?")
                .param(Sql.utc(Instant.now().minusSeconds(601)))
                .param(bulletin.toString())
                .update();
    }

    private void deadlineIsIn(UUID bulletin, int hours) {
        world.jdbc
                .sql("UPDATE bulletin_call SET until_at = ? WHERE bulletin_id = ?")
                .param(Sql.utc(Instant.now().plusSeconds(3600L * hours)))
                .param(bulletin.toString())
                .update();
    }

    @Test
    void goToThoseWithDraftsAndToCoordinatorsOnceARound() {
        UUID bulletin = world.bulletin("Reminded " + UUID.randomUUID(), 30);
        String about = "bulletin:" + bulletin;
        world.offers.begin(OfferWorld.says("Half written", ""), bulletin, false, world.author);
        settled(bulletin);
        reminders.catchUp();
        assertThat(world.mails(about, world.author)).as("a month before").isEmpty();

        deadlineIsIn(bulletin, 24 * 5);
        for (int i = 0; i < 3; i++) {
            reminders.catchUp();
        }
        assertThat(world.mails(about, world.author)).containsExactly("offer-reminder");
        assertThat(world.mails(about, coordinator)).containsExactly("offer-reminder");
        assertThat(world.mails(about, world.colleague)).as("has nothing to do").isEmpty();
        assertThat(world.mails(about, world.elsewhere)).isEmpty();

        deadlineIsIn(bulletin, 2);
        reminders.catchUp();
        reminders.catchUp();
        assertThat(world.mails(about, coordinator))
                .as("a week and a day before")
                .hasSize(2);
        world.itsDeadlineIsOver(bulletin);
        reminders.catchUp();
        assertThat(world.mails(about, coordinator)).hasSize(2);
    }

    @Test
    void waitUntilADeadlineThatWasJustSetHasSettled() {
        UUID bulletin = world.bulletin("Settling " + UUID.randomUUID(), 3);
        reminders.catchUp();
        assertThat(world.mails("bulletin:" + bulletin, coordinator)).isEmpty();
        settled(bulletin);
        reminders.catchUp();
        assertThat(world.mails("bulletin:" + bulletin, coordinator)).hasSize(1);
        // A new deadline is worth a new word
        world.calls.set(bulletin, Instant.now().plusSeconds(86_400L * 4), world.editor);
        settled(bulletin);
        reminders.catchUp();
        assertThat(world.mails("bulletin:" + bulletin, coordinator)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-04T17:00:00Z, 7, 2026-11-27T09:00:00Z",
        "2026-12-04T17:00:00Z, 1, 2026-12-03T09:00:00Z",
        // Nine in the morning before the clocks go forward is nine by the winter’s clock
        "2027-03-30T16:00:00Z, 7, 2027-03-23T09:00:00Z",
        "2027-03-30T16:00:00Z, 1, 2027-03-29T08:00:00Z"
    })
    void areDueAtNineInKent(Instant until, int days, Instant due) {
        assertThat(DaysBefore.momentOf(until, days)).isEqualTo(due);
    }
}

package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.Block.Text;
import org.safercommunities.portal.shared.InvalidInput;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** From a draft to the moment a bulletin goes out: only legal steps, four eyes, and nobody's words overwritten. */
@PortalIT
class BulletinStepsIT {

    private static final Text HELLO = new Text("Dear colleagues, places are free.");

    private final BulletinWorld world;

    BulletinStepsIT(@Autowired ApplicationContext portal) {
        world = new BulletinWorld(portal);
    }

    private void manyReaders() {
        for (int i = 0; i <= world.steps.approvalAbove(); i++) {
            world.subscriber(world.north, "Reader " + i);
        }
    }

    @Test
    void goesToManyOnlyWhenSomebodyElseHasApprovedIt() {
        manyReaders();
        UUID bulletin = world.draft(HELLO);
        assertThatThrownBy(() -> world.steps.send(bulletin, 1, null, world.editor))
                .isInstanceOf(InvalidBulletin.class)
                .hasMessageContaining("Ask for a review");
        world.steps.submit(bulletin, 1, world.editor);
        assertThatThrownBy(() -> world.steps.approve(bulletin, 1, world.editor))
                .as("by its last editor")
                .isInstanceOf(InvalidBulletin.class)
                .hasMessageContaining("Ask another editor");
        assertThatThrownBy(() -> world.steps.send(bulletin, 1, null, world.second))
                .as("while it is in review")
                .isInstanceOf(InvalidBulletin.class);
        world.steps.approve(bulletin, 1, world.second);
        Instant goes = world.steps.send(bulletin, 1, null, world.editor);
        assertThat(Duration.between(Instant.now(), goes)).isBetween(Duration.ofSeconds(100), Duration.ofMinutes(2));
        assertThat(world.now(bulletin).state()).isEqualTo(BulletinState.SCHEDULED);
        world.sending.sendDue();
        assertThat(world.now(bulletin).state()).as("within the two minutes").isEqualTo(BulletinState.SCHEDULED);
        assertThatThrownBy(() -> world.writing.save(bulletin, 1, world.plan(HELLO, new Text("More")), world.editor))
                .hasMessageContaining("Call the bulletin back first");
        world.steps.callBack(bulletin, world.second);
        assertThat(world.now(bulletin).state()).isEqualTo(BulletinState.APPROVED);
        assertThat(world.trail(bulletin)).containsExactly("begun", "submitted", "approved", "scheduled", "called-back");
    }

    @Test
    void anotherAccountOfItsLastEditorDoesNotApproveIt() {
        UUID bulletin = world.draft(HELLO);
        world.steps.submit(bulletin, 1, world.editor);
        Reader same = world.somebody.of(world.editor.agencyId(), Role.EDITOR);
        world.jdbc
                .sql("UPDATE person SET email = (SELECT UPPER(a.email) FROM person a WHERE a.id = ?) WHERE id = ?")
                .params(world.editor.personId().toString(), same.personId().toString())
                .update();
        assertThatThrownBy(() -> world.steps.approve(bulletin, 1, same))
                .isInstanceOf(InvalidBulletin.class)
                .hasMessageContaining("Ask another editor");
        world.steps.approve(bulletin, 1, world.second);
    }

    @Test
    void isADraftAgainOnceSomebodyChangesWhatWasApproved() {
        manyReaders();
        UUID bulletin = world.draft(HELLO);
        world.steps.submit(bulletin, 1, world.editor);
        world.steps.approve(bulletin, 1, world.second);
        int edition = world.writing.save(bulletin, 1, world.plan(HELLO, new Text("One more thing")), world.editor);
        assertThat(world.now(bulletin).state()).isEqualTo(BulletinState.DRAFT);
        assertThatThrownBy(() -> world.steps.send(bulletin, edition, null, world.editor))
                .hasMessageContaining("Ask for a review");
        world.steps.submit(bulletin, edition, world.editor);
        assertThatThrownBy(() -> world.steps.approve(bulletin, 1, world.second))
                .as("an edition that the second editor has not seen")
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void goesToAFewWithoutAReview() {
        world.subscriber(world.north, "Only Reader");
        UUID bulletin = world.draft(HELLO);
        world.steps.send(bulletin, 1, Instant.now().plus(Duration.ofHours(3)), world.editor);
        assertThat(world.now(bulletin).sendAt()).isAfter(Instant.now().plus(Duration.ofHours(2)));
    }

    @Test
    void refusesWhatCannotBeSent() {
        UUID nobody = world.draft(HELLO);
        assertThatThrownBy(() -> world.steps.send(nobody, 1, null, world.editor))
                .hasMessageContaining("Nobody");
        world.subscriber(world.north, "Reader");
        assertThatThrownBy(() -> world.steps.send(nobody, 1, Instant.now().minusSeconds(60), world.editor))
                .hasMessageContaining("time to come");
        UUID unsaid = world.writing.begin(world.plan(HELLO).titled("No subject", ""), world.editor);
        assertThatThrownBy(() -> world.steps.send(unsaid, 1, null, world.editor))
                .isInstanceOf(InvalidBulletin.class);
        UUID undescribed = world.draft(HELLO, new Block.Image(UUID.randomUUID(), ""));
        assertThatThrownBy(() -> world.steps.submit(undescribed, 1, world.editor))
                .as("a picture that nobody described")
                .isInstanceOf(InvalidBulletin.class);
        UUID template = world.draft(HELLO);
        world.writing.useAsTemplate(template, true, world.editor);
        assertThatThrownBy(() -> world.steps.send(template, 1, null, world.editor))
                .hasMessageContaining("template");
    }

    @Test
    void isForEditorsOnlyWhileItIsWritten() {
        UUID bulletin = world.draft(HELLO);
        List<Reader> others = List.of(
                world.somebody.of(world.north),
                world.somebody.of(world.north, Role.COORDINATOR),
                world.somebody.of(world.north, Role.BOARD_MEMBER),
                world.somebody.of(world.north, Role.ADMINISTRATOR));
        for (Reader other : others) {
            assertThat(world.bulletins.find(bulletin, other)).isEmpty();
            assertThat(world.bulletins.inWork(other)).isEmpty();
            assertThatThrownBy(() -> world.writing.save(bulletin, 1, world.plan(HELLO), other))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> world.steps.submit(bulletin, 1, other)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> world.delivery.counts(bulletin, other)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void neverOverwritesWhatSomebodyElseSaved() {
        UUID bulletin = world.draft(HELLO);
        world.writing.save(bulletin, 1, world.plan(HELLO, new Text("theirs")), world.second);
        assertThatThrownBy(() -> world.writing.save(bulletin, 1, world.plan(HELLO, new Text("mine")), world.editor))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, changed -> {
                    assertThat(changed.edition()).isEqualTo(2);
                    assertThat(changed.editor()).isEqualTo(world.second.personId());
                });
        assertThat(world.now(bulletin).plan().blocks().json())
                .contains("theirs")
                .doesNotContain("mine");
    }

    @Test
    void keepsWhatItSaidBefore() {
        UUID bulletin = world.draft(HELLO);
        int edition = 1;
        for (String words : List.of("a", "b", "c")) {
            edition = world.writing.save(bulletin, edition, world.plan(HELLO, new Text("t", words, "")), world.editor);
        }
        edition = world.writing.save(bulletin, edition, world.plan(new Text("All gone")), world.second);
        List<BulletinEdition> history = world.writing.history(bulletin, world.editor);
        assertThat(history).extracting(BulletinEdition::edition).containsExactly(5, 4, 1);
        assertThat(history.get(1).blocks().json()).as("the last of a sitting").contains("\"c\"");
        world.writing.restore(bulletin, edition, 4, world.editor);
        assertThat(world.now(bulletin).plan().blocks().json()).contains("\"c\"");
        assertThat(world.writing.history(bulletin, world.editor)).hasSize(4);
    }

    /** Whatever two editors do in whatever order, only legal steps happen, and nothing goes out that was not approved. */
    @Test
    void takesOnlyLegalSteps() {
        manyReaders();
        for (int seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            UUID bulletin = world.draft(HELLO);
            List<BulletinState> went = new ArrayList<>(List.of(BulletinState.DRAFT));
            for (int i = 0; i < 30; i++) {
                Reader by = random.nextBoolean() ? world.editor : world.second;
                BulletinDetails before = world.now(bulletin);
                try {
                    step(random.nextInt(7), bulletin, before, by, i);
                } catch (InvalidInput refused) {
                    assertThat(world.now(bulletin).state()).isEqualTo(before.state());
                    continue;
                }
                BulletinDetails after = world.now(bulletin);
                if (after.state() != before.state()) {
                    assertThat(before.state().mayBecome(after.state()))
                            .as("seed %d: %s to %s", seed, before.state(), after.state())
                            .isTrue();
                    went.add(after.state());
                }
                if (after.state() == BulletinState.SCHEDULED) {
                    assertThat(after.approvedBy()).isNotNull().isNotEqualTo(after.lastEditor());
                }
            }
            assertThat(went).hasSizeGreaterThan(1);
        }
    }

    private void step(int which, UUID bulletin, BulletinDetails now, Reader by, int turn) {
        switch (which) {
            case 0 -> world.steps.submit(bulletin, now.edition(), by);
            case 1 -> world.steps.approve(bulletin, now.edition(), by);
            case 2 -> world.steps.sendBack(bulletin, "again", by);
            case 3 -> world.steps.send(bulletin, now.edition(), null, by);
            case 4 -> world.steps.callBack(bulletin, by);
            case 5 -> world.delivery.pause(bulletin, by);
            default -> world.writing.save(bulletin, now.edition(), world.plan(HELLO, new Text("turn " + turn)), by);
        }
    }
}

package org.safercommunities.portal.bulletins.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.BulletinPictures;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Items from their draft to the bulletin they go out with, or to the reason why not. */
@PortalIT
class OffersIT {

    private final OfferWorld world;

    OffersIT(@Autowired ApplicationContext portal) {
        world = new OfferWorld(portal);
    }

    private static void refused(ThrowingCallable step, String words) {
        assertThatThrownBy(step).isInstanceOf(InvalidBulletin.class).hasMessageContaining(words);
    }

    @Test
    void afterTheDeadlineNothingIsOfferedAndTheNextOneIsNamed() {
        UUID winter = world.bulletin("Winter " + UUID.randomUUID(), 3);
        UUID inTime = world.offered("In time", winter);
        UUID draft = world.offers.begin(OfferWorld.says("Late", "Words"), winter, false, world.author);
        // No other test’s deadline comes sooner than this one
        UUID next = world.bulletin("Next " + UUID.randomUUID(), 1);
        world.itsDeadlineIsOver(winter);
        assertThat(world.calls.open())
                .extracting(CallForItems::bulletin)
                .contains(next)
                .doesNotContain(winter);
        refused(() -> world.offered("Too late", winter), "were welcome until");
        refused(() -> world.offered("Too late", winter), "The next is “");
        OfferDetails late = world.now(draft, world.author);
        refused(
                () -> world.offers.change(draft, late.version(), late.content(), winter, true, world.author),
                "were welcome until");
        // It can still be written, and offered for another
        world.offers.change(draft, late.version(), OfferWorld.says("Later", "Words"), winter, false, world.author);
        world.offers.change(draft, late.version() + 1, OfferWorld.says("Later", "Words"), next, true, world.colleague);
        assertThat(world.now(draft, world.editor).state()).isEqualTo(OfferState.OFFERED);

        OfferDetails waits = world.now(inTime, world.author);
        refused(
                () -> world.offers.change(inTime, waits.version(), waits.content(), winter, true, world.author),
                "The deadline is over");
        refused(() -> world.offers.withdraw(inTime, world.author), "The deadline is over");
        refused(() -> world.offers.discard(inTime, world.author), "The deadline is over");
        // The team can still take what came in time
        world.desk.takeIn(inTime, winter, world.editor);
        assertThat(world.now(inTime, world.author).state()).isEqualTo(OfferState.TAKEN_IN);
    }

    @Test
    void aColleagueMayChangeAndWithdrawUntilItIsTakenIn() {
        UUID bulletin = world.bulletin("Spring", 5);
        UUID offer = world.offered("Walks", bulletin);
        world.offers.change(offer, 1, OfferWorld.says("Evening walks", "New words"), bulletin, true, world.colleague);
        assertThat(world.now(offer, world.editor).content().title()).isEqualTo("Evening walks");
        assertThatThrownBy(() -> world.offers.change(
                        offer, 1, OfferWorld.says("Mine", "Other words"), bulletin, true, world.author))
                .isInstanceOf(OfferChangedMeanwhile.class);
        world.offers.withdraw(offer, world.author);
        assertThat(world.reading.find(offer, world.editor)).as("a draft").isEmpty();
        refused(
                () -> world.offers.change(
                        offer,
                        world.now(offer, world.author).version(),
                        OfferWorld.says("Evening walks", ""),
                        bulletin,
                        true,
                        world.author),
                "what you would like to tell");
        world.offers.discard(offer, world.colleague);
        assertThat(world.reading.find(offer, world.author)).isEmpty();
        assertThat(world.trail(offer)).containsExactly("begun", "offered", "offered", "withdrawn", "discarded");
    }

    @Test
    void whatTheTeamChangesIsSeenBeforeAndAfterItIsTakenIn() {
        UUID bulletin = world.bulletin("Summer", 5);
        UUID offer = world.offered("Walks", bulletin);
        assertThat(world.now(offer, world.author).changedByTeam()).isFalse();
        world.desk.edit(offer, 1, OfferWorld.says("Evening walks", "Wardens walk the new streets."), world.editor);
        OfferDetails edited = world.now(offer, world.author);
        assertThat(edited.changedByTeam()).isTrue();
        assertThat(edited.now().title()).isEqualTo("Evening walks");
        assertThat(edited.content().title()).as("as it was written").isEqualTo("Walks");

        world.desk.takeIn(offer, bulletin, world.editor);
        assertThat(world.blocks(bulletin).list()).extracting(Block::id).containsExactly("h-" + offer, offer.toString());
        Block.Text text =
                (Block.Text) world.blocks(bulletin).find(offer.toString()).orElseThrow();
        assertThat(text.credit()).startsWith("Offers north");
        refused(
                () -> world.offers.change(
                        offer,
                        world.now(offer, world.author).version(),
                        edited.content(),
                        bulletin,
                        true,
                        world.author),
                "has taken it in");
        refused(() -> world.offers.discard(offer, world.author), "has taken it in");
        world.edit(bulletin, offer, "Wardens walk **every** street.");
        assertThat(world.now(offer, world.author).now().words()).isEqualTo("Wardens walk **every** street.");
        assertThat(world.reading.steps(offer, world.author))
                .extracting(OfferReading.Step::what)
                .containsExactly("taken-in", "edited", "offered");
        assertThat(world.trail(offer)).containsExactly("begun", "offered", "edited", "taken-in");
    }

    @Test
    void isInABulletinAsLongAsItsTextIs() {
        UUID bulletin = world.bulletin("Autumn", 5);
        UUID picture = world.picture(world.author);
        UUID offer = world.offers.begin(
                new OfferContent("Walks", "Words", "", picture, "A lit path"), bulletin, true, world.author);
        assertThat(world.isShut(picture)).isTrue();
        world.save(bulletin, new org.safercommunities.portal.bulletins.Blocks(world.desk.blocks(offer, world.editor)));
        assertThat(world.now(offer, world.author).state()).isEqualTo(OfferState.TAKEN_IN);
        assertThat(world.isShut(picture)).as("mails are read without sign-in").isFalse();
        assertThat(world.desk.blocks(offer, world.editor)).as("once").isEmpty();

        world.save(bulletin, world.blocks(bulletin).without(offer.toString()));
        assertThat(world.now(offer, world.author).state()).isEqualTo(OfferState.OFFERED);
        assertThat(world.isShut(picture)).isTrue();
        BulletinDetails now = world.bulletins.find(bulletin, world.editor).orElseThrow();
        world.writing.restore(bulletin, now.edition(), now.edition(), world.editor);
        world.desk.takeIn(offer, bulletin, world.editor);
        world.writing.discard(bulletin, world.editor);
        OfferDetails waits = world.now(offer, world.author);
        assertThat(waits.state()).isEqualTo(OfferState.OFFERED);
        assertThat(waits.wished()).as("the bulletin is no more").isNull();
        assertThat(world.mails("bulletin-offer:" + offer, world.author)).containsExactly("offer-taken-in");
        world.desk.decline(offer, "Not any more", world.editor);
    }

    @Test
    void isDeclinedWithAReasonOnlyAndMayBeOfferedAgain() {
        UUID bulletin = world.bulletin("Special", 5);
        UUID offer = world.offered("Walks", bulletin);
        refused(() -> world.desk.decline(offer, "  ", world.editor), "Say why");
        refused(() -> world.desk.decline(offer, "x".repeat(1_001), world.editor), "Shorten the reason");
        world.desk.decline(offer, "We had this last month.", world.editor);
        OfferDetails declined = world.now(offer, world.author);
        assertThat(declined.state()).isEqualTo(OfferState.DECLINED);
        assertThat(declined.reason()).isEqualTo("We had this last month.");
        refused(() -> world.desk.takeIn(offer, bulletin, world.editor), "does not offer it any more");
        assertThat(world.mails("bulletin-offer:" + offer, world.author)).containsExactly("offer-declined");
        world.offers.change(
                offer,
                declined.version(),
                OfferWorld.says("Walks", "News of this month"),
                bulletin,
                true,
                world.author);
        assertThat(world.now(offer, world.editor).state()).isEqualTo(OfferState.OFFERED);
        assertThat(world.now(offer, world.editor).reason()).isNull();
    }

    @Test
    void goesOutWithItsBulletinAndSaysWhichItWas() {
        UUID bulletin = world.bulletin("Out " + UUID.randomUUID(), 5);
        UUID offer = world.offered("Walks", bulletin);
        world.desk.takeIn(offer, bulletin, world.editor);
        world.edit(bulletin, offer, "Shorter.");
        world.goesOut(bulletin);
        OfferDetails published = world.now(offer, world.author);
        assertThat(published.state()).isEqualTo(OfferState.PUBLISHED);
        assertThat(published.now().words()).isEqualTo("Shorter.");
        assertThat(published.bulletin()).isNotNull();
        assertThat(world.mails("bulletin-offer:" + offer, world.author))
                .containsExactly("offer-taken-in", "offer-published");
        // What puts it right later holds the same words, and changes nothing about the item
        world.writing.correct(bulletin, world.editor);
        assertThat(world.now(offer, world.author).state()).isEqualTo(OfferState.PUBLISHED);
        assertThat(world.trail(offer)).endsWith("published");
    }

    @Test
    void picturesAreOnesOwn() throws Exception {
        UUID picture = world.picture(world.elsewhere);
        refused(
                () -> world.offers.begin(
                        new OfferContent("Walks", "Words", "", picture, "A path"), null, false, world.author),
                "There is no such picture");
        assertThat(world.bean(BulletinPictures.class).find(picture)).isPresent();
    }

    @Test
    void oneCopyOfWhatIsHeldHasOnesItems() {
        UUID bulletin = world.bulletin("Copy", 5);
        UUID offer = world.offered("Walks of mine", bulletin);
        Object held = world.bean(OwnOfferData.class).of(world.author.personId());
        assertThat(held.toString()).contains("Walks of mine", offer.toString(), "offered");
        assertThat(world.bean(OwnOfferData.class).of(world.elsewhere.personId()))
                .isEqualTo(Map.of("items", List.of(), "steps", List.of()));
    }

    @Test
    void goWithTheirAgencyWhenItBecomesPartOfAnother() {
        UUID offer = world.offered("Walks", world.bulletin("Merged", 5));
        world.bean(Agencies.class).merge(world.north, world.south, Reader.portal());
        Reader now = world.somebody.again(world.elsewhere.personId());
        assertThat(world.reading.find(offer, now)).isPresent();
        world.offers.withdraw(offer, now);
    }
}

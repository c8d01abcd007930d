package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.Block.Document;
import org.safercommunities.portal.bulletins.Block.Heading;
import org.safercommunities.portal.bulletins.Block.Text;
import org.safercommunities.portal.devtime.MailSink.Received;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.notifications.DeliveryCounts;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A bulletin goes once to exactly the right people, each with what they may see. */
@PortalIT
class BulletinSendingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final BulletinWorld world;
    private final ApplicationContext portal;

    BulletinSendingIT(@Autowired ApplicationContext portal) {
        this.portal = portal;
        world = new BulletinWorld(portal);
    }

    @Test
    void givesEachReaderWhatTheyMaySeeAndNothingElse() throws Exception {
        UUID secret =
                world.document("Paper of the north", Audience.ofAgencies(world.north), Marking.OFFICIAL_SENSITIVE);
        UUID open = world.document("Paper for all", Audience.ofEveryone(), Marking.OFFICIAL);
        Reader north = world.subscriber(world.north, "Rowan Weald");
        Reader south = world.subscriber(world.south, "Ash Marsh");
        Reader notAsked = world.somebody.of(world.north);
        Reader elsewhere = world.subscriber(world.somebody.agency("Elsewhere"), "Hazel Else");
        UUID bulletin = world.draft(
                new Heading("New papers"),
                new Document(secret),
                new Document(open),
                new Text("Hello {{name}} and {{unsubscribe}}"));
        world.order(bulletin);
        world.itsTimeHasCome(bulletin);

        Received toNorth = awaitMail(north);
        String northWords = words(toNorth);
        assertThat(northWords).contains("Paper of the north", "Paper for all", "Dear Rowan");
        String southWords = words(awaitMail(south));
        assertThat(southWords).contains("Paper for all", "Dear Ash").doesNotContain("Paper of the north");
        finish(bulletin);
        for (Reader other : List.of(notAsked, elsewhere)) {
            assertThat(PortalServices.mailSink().received())
                    .noneMatch(mail -> mail.recipient().equals(world.email(other)));
        }
        DeliveryCounts counts = world.delivery.counts(bulletin, world.editor);
        assertThat(counts.audience()).isEqualTo(2);
        assertThat(counts.sent()).isEqualTo(2);
        assertThat(counts.addUp()).isTrue();

        MimeMessage mail = toNorth.message();
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Unsubscribe")[0]).startsWith("<http").contains("/unsubscribe/");
        assertThat(mail.getHeader("List-Id")[0]).contains("e-bulletin.");
        assertThat(world.trail(bulletin))
                .containsExactly("begun", "submitted", "approved", "scheduled", "going-out", "sent");

        assertThat(portal.getBean(OwnSubscriberData.class).of(north.personId()).toString())
                .as("north's own copy of what is held on them")
                .contains(bulletin.toString());

        // In the portal, too, each reads what they may see; whoever was not meant reads nothing
        BulletinReading reading = portal.getBean(BulletinReading.class);
        assertThat(reading.mail(bulletin, world.somebody.again(south.personId()))
                        .html())
                .contains("Paper for all")
                .doesNotContain("Paper of the north");
        assertThat(reading.page(world.now(bulletin), north)).contains("Paper of the north");
        assertThat(world.bulletins.find(bulletin, notAsked))
                .as("of its audience")
                .isPresent();
        assertThat(world.bulletins.find(bulletin, elsewhere)).isEmpty();
        assertThat(world.bulletins.archive(null, 0, 200, elsewhere))
                .extracting(BulletinCard::id)
                .doesNotContain(bulletin);
    }

    @Test
    void leavesOutWhoHasLeftBeforeItGoesAndWhoUnsubscribed() {
        Reader stays = world.subscriber(world.north, "Stays Here");
        Reader leaves = world.subscriber(world.north, "Leaves Soon");
        Reader stops = world.subscriber(world.north, "Stops Now");
        UUID bulletin = world.draft(new Text("News"));
        world.order(bulletin);
        portal.getBean(People.class).endMembership(leaves.personId(), "left", Reader.portal());
        portal.getBean(OwnSubscription.class).choose(SubscriptionChoice.NOTHING, stops);
        world.itsTimeHasCome(bulletin);
        awaitMail(stays);
        finish(bulletin);
        assertThat(world.delivery.counts(bulletin, world.editor).audience()).isEqualTo(1);
    }

    @Test
    void comesBackUnsentWhenItsReadersHaveBecomeManyAndOnlyOnePersonHasSeenIt() {
        world.subscriber(world.north, "Reader One");
        UUID few = world.draft(new Text("To a few"));
        world.steps.send(few, world.now(few).edition(), null, world.editor);
        for (int number = 0; number <= world.steps.approvalAbove(); number++) {
            world.subscriber(world.north, "Reader %d more".formatted(number));
        }
        world.itsTimeHasCome(few);
        assertThat(world.now(few).state()).isEqualTo(BulletinState.DRAFT);
        assertThat(world.trail(few)).contains("not-sent").doesNotContain("going-out");
    }

    @Test
    void sendsACorrectionToExactlyThoseWhoGotTheWrongOne() throws Exception {
        Reader first = world.subscriber(world.north, "First Reader");
        Reader second = world.subscriber(world.south, "Second Reader");
        UUID wrong = world.draft(new Text("The seminar is on 10 December"));
        world.order(wrong);
        world.itsTimeHasCome(wrong);
        awaitMail(first);
        awaitMail(second);
        finish(wrong);
        Reader later = world.subscriber(world.north, "Came Later");
        portal.getBean(OwnSubscription.class).choose(SubscriptionChoice.NOTHING, second);

        UUID right = world.writing.correct(wrong, world.editor);
        PortalServices.mailSink().clear();
        world.order(right);
        world.itsTimeHasCome(right);
        assertThat(awaitMail(first).subject()).startsWith("Correction: ");
        finish(right);
        assertThat(world.delivery.counts(right, world.editor).audience()).isEqualTo(1);
        assertThat(PortalServices.mailSink().received())
                .noneMatch(mail -> mail.recipient().equals(world.email(later)));
    }

    @Test
    void goesBackToItsEditorsWhenItCannotBeSentAnyMore() {
        Reader reader = world.subscriber(world.north, "Reader");
        UUID bulletin = world.draft(new Text("News"));
        world.order(bulletin);
        portal.getBean(OwnSubscription.class).choose(SubscriptionChoice.NOTHING, reader);
        world.itsTimeHasCome(bulletin);
        assertThat(world.now(bulletin).state()).isEqualTo(BulletinState.APPROVED);
        assertThat(world.trail(bulletin)).endsWith("not-sent");
    }

    @Test
    void canBeCalledBackPausedAndStopped() {
        world.subscriber(world.north, "Reader");
        UUID bulletin = world.draft(new Text("News"));
        world.order(bulletin);
        world.steps.callBack(bulletin, world.editor);
        world.sending.sendDue();
        assertThat(world.now(bulletin).state()).isEqualTo(BulletinState.APPROVED);
        assertThatThrownBy(() -> world.delivery.stop(bulletin, world.editor)).isInstanceOf(InvalidBulletin.class);
        world.steps.send(bulletin, 1, null, world.editor);
        world.itsTimeHasCome(bulletin);
        assertThatThrownBy(() -> world.steps.callBack(bulletin, world.editor)).hasMessageContaining("on its way");
        if (world.now(bulletin).state() == BulletinState.SENDING) {
            world.delivery.pause(bulletin, world.editor);
            world.delivery.stop(bulletin, world.editor);
            assertThatThrownBy(() -> world.delivery.resume(bulletin, world.editor))
                    .isInstanceOf(InvalidBulletin.class);
            assertThat(world.delivery.counts(bulletin, world.editor).addUp()).isTrue();
        }
    }

    private void finish(UUID bulletin) {
        Eventually.holds(() -> {
            world.sending.finish();
            assertThat(world.now(bulletin).state()).isEqualTo(BulletinState.SENT);
        });
    }

    private Received awaitMail(Reader reader) {
        return PortalServices.mailSink().await(mail -> mail.recipient().equals(world.email(reader)), PATIENCE);
    }

    private static String words(Received mail) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        jakarta.mail.Multipart parts = (jakarta.mail.Multipart) mail.message().getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            all.write(String.valueOf(parts.getBodyPart(i).getContent()).getBytes(StandardCharsets.UTF_8));
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}

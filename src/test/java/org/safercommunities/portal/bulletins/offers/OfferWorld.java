package org.safercommunities.portal.bulletins.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.BulletinAudience;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.BulletinPlan;
import org.safercommunities.portal.bulletins.BulletinSteps;
import org.safercommunities.portal.bulletins.BulletinWriting;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.DueBulletins;
import org.safercommunities.portal.bulletins.OwnSubscription;
import org.safercommunities.portal.bulletins.SubscriptionChoice;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.Somebody;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two agencies with somebody in each, an editor, and bulletins with deadlines. */
final class OfferWorld {

    final Somebody somebody;
    final String north;
    final String south;
    final Reader editor;
    final Reader author;
    final Reader colleague;
    final Reader elsewhere;
    final Offers offers;
    final OfferDesk desk;
    final OfferReading reading;
    final CallsForItems calls;
    final BulletinWriting writing;
    final Bulletins bulletins;
    final JdbcClient jdbc;
    private final ApplicationContext portal;

    OfferWorld(ApplicationContext portal) {
        this.portal = portal;
        somebody = new Somebody(portal);
        north = somebody.agency("Offers north");
        south = somebody.agency("Offers south");
        editor = somebody.named("Quill Hart", somebody.agency("Offer team"), Role.EDITOR);
        author = somebody.named("Rowan Weald", north);
        colleague = somebody.named("Ash Marsh", north);
        elsewhere = somebody.named("Hazel Else", south);
        offers = portal.getBean(Offers.class);
        desk = portal.getBean(OfferDesk.class);
        reading = portal.getBean(OfferReading.class);
        calls = portal.getBean(CallsForItems.class);
        writing = portal.getBean(BulletinWriting.class);
        bulletins = portal.getBean(Bulletins.class);
        jdbc = portal.getBean(JdbcClient.class);
    }

    static OfferContent says(String title, String words) {
        return new OfferContent(title, words, "", null, "");
    }

    /** A draft that says nothing yet, for the north only, for which items are welcome for so many days. */
    UUID bulletin(String title, int days) {
        UUID id = writing.begin(
                new BulletinPlan(
                        title,
                        BulletinKind.NEWSLETTER,
                        title,
                        new BulletinAudience(
                                BulletinKind.NEWSLETTER, false, Set.of(north), Set.of(), Set.of(), Set.of(), null),
                        Blocks.NONE,
                        false),
                editor);
        calls.set(id, Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS), editor);
        return id;
    }

    UUID offered(String title, @Nullable UUID bulletin) {
        return offers.begin(says(title, "Wardens walk the old streets."), bulletin, true, author);
    }

    void itsDeadlineIsOver(UUID bulletin) {
        jdbc.sql("UPDATE bulletin_call SET until_at = ? WHERE bulletin_id = ?")
                .param(Sql.utc(Instant.now().minusSeconds(1)))
                .param(bulletin.toString())
                .update();
    }

    void save(UUID bulletin, Blocks blocks) {
        BulletinDetails now = bulletins.find(bulletin, editor).orElseThrow();
        writing.save(bulletin, now.edition(), now.plan().saying(blocks), editor);
    }

    Blocks blocks(UUID bulletin) {
        return bulletins.find(bulletin, editor).orElseThrow().plan().blocks();
    }

    /** Sent to whoever of the north subscribes. */
    void goesOut(UUID bulletin) {
        portal.getBean(OwnSubscription.class).choose(SubscriptionChoice.everything(), author);
        int edition = bulletins.find(bulletin, editor).orElseThrow().edition();
        portal.getBean(BulletinSteps.class).send(bulletin, edition, null, editor);
        DueBulletins.send(portal, bulletin);
        // The portal itself may have taken it at the same moment
        Eventually.holds(() -> assertThat(
                        bulletins.find(bulletin, editor).orElseThrow().state().isOut())
                .isTrue());
    }

    /** The team’s words in place of the agency’s. */
    void edit(UUID bulletin, UUID offer, String words) {
        Block.Text text = (Block.Text) blocks(bulletin).find(offer.toString()).orElseThrow();
        save(bulletin, blocks(bulletin).with(new Block.Text(text.id(), words, text.credit())));
    }

    OfferDetails now(UUID offer, Reader reader) {
        return reading.find(offer, reader).orElseThrow();
    }

    /** A picture of that person’s, as if it had come in. */
    UUID picture(Reader by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO bulletin_picture (id, sha256, media_type, file_name, width, height, added_by, added_at, shut)
                VALUES (?, ?, 'image/png', 'a.png', 10, 10, ?, ?, TRUE)
                """)
                .param(id.toString())
                .param((UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", ""))
                .param(by.personId().toString())
                .param(Sql.utc(Instant.now()))
                .update();
        return id;
    }

    boolean isShut(UUID picture) {
        return jdbc.sql("SELECT shut FROM bulletin_picture WHERE id = ?")
                .param(picture.toString())
                .query(Boolean.class)
                .single();
    }

    /** What the audit trail says was done to it, the first first. */
    List<String> trail(UUID offer) {
        return portal.getBean(AuditTrail.class).of("bulletin-offer:" + offer, 100).stream()
                .map(AuditLine::action)
                .map(action -> action.replace("bulletins.offer-", ""))
                .toList()
                .reversed();
    }

    /** The kinds of mails about it, in the order in which they were written. */
    List<String> mails(String reference, Reader to) {
        return jdbc.sql("SELECT m.kind FROM mail m JOIN person p ON p.email = m.to_address"
                        + " WHERE m.reference = ? AND p.id = ? ORDER BY m.created_at, m.kind")
                .param(reference)
                .param(to.personId().toString())
                .query(String.class)
                .list();
    }

    <T> T bean(Class<T> type) {
        return portal.getBean(type);
    }
}

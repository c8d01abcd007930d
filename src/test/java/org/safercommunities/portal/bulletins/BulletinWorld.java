package org.safercommunities.portal.bulletins;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.Somebody;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Editors, readers of two agencies and a bulletin for them. */
final class BulletinWorld {

    final Somebody somebody;
    final String north;
    final String south;
    final Reader editor;
    final Reader second;
    final BulletinWriting writing;
    final BulletinSteps steps;
    final BulletinSending sending;
    final BulletinDelivery delivery;
    final Bulletins bulletins;
    final JdbcClient jdbc;
    private final ApplicationContext portal;

    BulletinWorld(ApplicationContext portal) {
        this.portal = portal;
        somebody = new Somebody(portal);
        String team = somebody.agency("Bulletin team");
        north = somebody.agency("North");
        south = somebody.agency("South");
        editor = somebody.named("Quill Hart", team, Role.EDITOR);
        second = somebody.named("Juniper Downs", team, Role.EDITOR);
        writing = portal.getBean(BulletinWriting.class);
        steps = portal.getBean(BulletinSteps.class);
        sending = portal.getBean(BulletinSending.class);
        delivery = portal.getBean(BulletinDelivery.class);
        bulletins = portal.getBean(Bulletins.class);
        jdbc = portal.getBean(JdbcClient.class);
    }

    /** A practitioner of an agency who gets everything. */
    Reader subscriber(String agency, String name) {
        Reader reader = somebody.named(name, agency);
        portal.getBean(OwnSubscription.class).choose(SubscriptionChoice.everything(), reader);
        return reader;
    }

    BulletinPlan plan(Block... blocks) {
        return new BulletinPlan(
                "December e-bulletin",
                BulletinKind.E_BULLETIN,
                "Safer Communities, December",
                new BulletinAudience(
                        BulletinKind.E_BULLETIN, false, Set.of(north, south), Set.of(), Set.of(), Set.of(), null),
                Blocks.of(blocks),
                false);
    }

    UUID draft(Block... blocks) {
        return writing.begin(plan(blocks), editor);
    }

    /** Reviewed, approved and ordered to be sent. */
    void order(UUID bulletin) {
        steps.submit(bulletin, now(bulletin).edition(), editor);
        steps.approve(bulletin, now(bulletin).edition(), second);
        steps.send(bulletin, now(bulletin).edition(), null, editor);
    }

    /** The two minutes of second thoughts are over. */
    void itsTimeHasCome(UUID bulletin) {
        jdbc.sql("UPDATE bulletin SET send_at = ? WHERE id = ?")
                .param(Sql.utc(Instant.now().minusSeconds(1)))
                .param(bulletin.toString())
                .update();
        sending.sendDue();
    }

    BulletinDetails now(UUID bulletin) {
        return bulletins.find(bulletin, editor).orElseThrow();
    }

    UUID document(String title, Audience audience, Marking marking) {
        Library library = portal.getBean(Library.class);
        UUID id = library.draft(
                new StoredFile(
                        (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", ""),
                        10,
                        "paper.pdf",
                        "application/pdf"),
                new DocumentDescription(
                        title,
                        "",
                        "report",
                        Set.of(),
                        marking,
                        marking == Marking.OFFICIAL ? null : "Partners only",
                        audience,
                        null),
                editor);
        library.publish(id, editor);
        return id;
    }

    String email(Reader reader) {
        return jdbc.sql("SELECT email FROM person WHERE id = ?")
                .param(reader.personId().toString())
                .query(String.class)
                .single();
    }

    /** What the audit trail says was done to it, the first first. */
    List<String> trail(UUID bulletin) {
        return portal.getBean(AuditTrail.class).of("bulletin:" + bulletin, 100).stream()
                .map(AuditLine::action)
                .map(action -> action.replace("bulletins.bulletin-", ""))
                .toList()
                .reversed();
    }
}

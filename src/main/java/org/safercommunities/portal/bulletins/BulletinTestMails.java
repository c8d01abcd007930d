package org.safercommunities.portal.bulletins;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.notifications.Mail;
import org.safercommunities.portal.notifications.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a bulletin to the editor or to named colleagues before it goes to everybody; each gets what they may see. */
@Service
public class BulletinTestMails {

    /** Colleagues at once. */
    public static final int MOST = 20;

    private final BulletinRecords bulletins;
    private final BulletinReading reading;
    private final PersonList people;
    private final Readers readers;
    private final Outbox outbox;

    BulletinTestMails(
            BulletinRecords bulletins, BulletinReading reading, PersonList people, Readers readers, Outbox outbox) {
        this.bulletins = bulletins;
        this.reading = reading;
        this.people = people;
        this.readers = readers;
        this.outbox = outbox;
    }

    /** @param to ids of persons with accounts that last */
    @Transactional
    public void send(UUID id, List<UUID> to, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        InvalidBulletin.unless(!to.isEmpty(), "to", "Choose somebody");
        InvalidBulletin.unless(to.size() <= MOST, "to", "Choose up to %d colleagues".formatted(MOST));
        Bulletin bulletin = bulletins.findById(id).orElseThrow(() -> new UnknownBulletin(id));
        for (UUID person : to) {
            PersonSummary summary = people.find(person)
                    .filter(PersonSummary::active)
                    .orElseThrow(() -> new InvalidBulletin("to", "Somebody you chose is here no more. Choose again"));
            Optional<Reader> reader = readers.of(person);
            InvalidBulletin.unless(
                    reader.isPresent() && Mail.isAddress(summary.email()),
                    "to",
                    "%s cannot be written to. Choose somebody else".formatted(summary.name()));
            DrawnBulletin drawn = reading.preview(bulletin.plan(), reader.get(), summary.name());
            String subject = bulletin.subject().isEmpty() ? bulletin.title() : bulletin.subject();
            outbox.send(Mail.personal(
                    summary.email(),
                    summary.name(),
                    "Test: " + subject,
                    drawn.html(),
                    drawn.text(),
                    "bulletin-test",
                    "bulletin:" + id));
        }
    }
}

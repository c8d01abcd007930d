package org.safercommunities.portal.bulletins;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.bulletins.WhoMayReadBlock.Things;
import org.safercommunities.portal.bulletins.drawing.BlockFacts;
import org.safercommunities.portal.bulletins.drawing.BulletinDrawing;
import org.safercommunities.portal.bulletins.drawing.Issue;
import org.safercommunities.portal.notifications.BatchForm;
import org.safercommunities.portal.notifications.BatchRow;
import org.safercommunities.portal.notifications.Mail;
import org.safercommunities.portal.notifications.MailBatches;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles who gets a bulletin and writes a mail for each: those who may see the same share one form, and only their name and
 * links are kept for each of them.
 */
@Component
class BulletinCopies {

    private static final String POST = "List-Unsubscribe=One-Click";

    private final BulletinReaders readersOf;
    private final WhoMayReadBlock whoMayRead;
    private final Readers readers;
    private final FactsOfBlocks facts;
    private final BulletinReading reading;
    private final BulletinDrawing drawing;
    private final RecipientMarks marks;
    private final MailBatches batches;
    private final JdbcTemplate jdbc;
    private final String domain;

    BulletinCopies(
            BulletinReaders readersOf,
            WhoMayReadBlock whoMayRead,
            Readers readers,
            FactsOfBlocks facts,
            BulletinReading reading,
            BulletinDrawing drawing,
            RecipientMarks marks,
            MailBatches batches,
            JdbcTemplate jdbc,
            @Value("${portal.mail.from}") String from) {
        this.readersOf = readersOf;
        this.whoMayRead = whoMayRead;
        this.readers = readers;
        this.facts = facts;
        this.reading = reading;
        this.drawing = drawing;
        this.marks = marks;
        this.batches = batches;
        this.jdbc = jdbc;
        this.domain = from.substring(from.lastIndexOf('@') + 1);
    }

    /** Writes the mails into the batch, in the caller's transaction. Returns how many people get one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int write(Bulletin bulletin, UUID batch) {
        BulletinPlan plan = bulletin.plan();
        Things things = new Things(plan.blocks().documents(), plan.blocks().events());
        Map<Things, UUID> forms = new HashMap<>();
        Set<String> addresses = new HashSet<>();
        int[] count = {0};
        readersOf.each(bulletin, page -> {
            for (Map.Entry<Things, List<Recipient>> group :
                    whoMayRead.groups(page, things).entrySet()) {
                List<BatchRow> rows = new ArrayList<>();
                for (Recipient recipient : group.getValue()) {
                    // Somebody who is subscribed twice over gets one copy
                    if (Mail.isAddress(recipient.address())
                            && addresses.add(recipient.address().toLowerCase(Locale.ROOT))) {
                        UUID form = forms.computeIfAbsent(
                                group.getKey(), seen -> batches.addForm(batch, form(plan, seen, recipient)));
                        rows.add(new BatchRow(
                                recipient.subscriber().toString(),
                                recipient.address(),
                                recipient.name(),
                                form,
                                marks.of(recipient, plan, bulletin.id())));
                    }
                }
                batches.add(batch, rows);
                keep(bulletin.id(), rows);
                count[0] += rows.size();
            }
        });
        return count[0];
    }

    /** The form of everybody who sees what this recipient sees. */
    private BatchForm form(BulletinPlan plan, Things seen, Recipient one) {
        UUID person = one.person();
        Reader reader = person == null ? Reader.stranger() : readers.of(person).orElseGet(Reader::stranger);
        // Places that are kept for one agency are nothing for a mail that goes to others too
        BlockFacts known = facts.of(
                plan.blocks(),
                new Reader(
                        reader.personId(), "", reader.agencyIds(), reader.groupIds(), reader.roles(), reader.held()));
        Issue issue = reading.issue(plan, plan.blocks().forWhoSees(seen.documents(), seen.events()), null);
        String list = plan.kind().word();
        return new BatchForm(
                plan.subject(),
                drawing.html(issue, known),
                drawing.text(issue, known),
                Map.of(
                        "List-Id",
                        "Safer Communities %s <%s.%s>".formatted(list, list, domain),
                        "List-Unsubscribe",
                        "<{{unsubscribe}}>",
                        "List-Unsubscribe-Post",
                        POST));
    }

    private void keep(UUID bulletin, List<BatchRow> rows) {
        jdbc.batchUpdate(
                "INSERT INTO bulletin_copy (bulletin_id, subscriber_id) VALUES (?, ?)", rows, 2_000, (row, one) -> {
                    row.setString(1, bulletin.toString());
                    row.setString(2, one.key());
                });
    }
}

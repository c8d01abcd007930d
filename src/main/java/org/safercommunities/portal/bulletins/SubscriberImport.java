package org.safercommunities.portal.bulletins;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.ImportTable.Line;
import org.safercommunities.portal.bulletins.SubscriberIntake.Outcome;
import org.safercommunities.portal.bulletins.SubscriberIntake.Taken;
import org.safercommunities.portal.bulletins.SubscriberIntake.Wanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in a list of people who have agreed to get bulletins, some hundred lines at a time: what cannot be taken is reported with
 * its line, and everything else is taken. The same list once more changes nothing.
 */
@Service
public class SubscriberImport {

    public static final int MOST_LINES = 20_000;
    public static final int MOST_BYTES = 4_000_000;
    private static final int AT_ONCE = 200;
    private static final int LONGEST_SHOWN = 100;
    private static final Logger LOG = LoggerFactory.getLogger(SubscriberImport.class);

    private final SubscriberIntake intake;
    private final ImportWords words;
    private final TransactionTemplate transaction;

    SubscriberImport(SubscriberIntake intake, ImportWords words, PlatformTransactionManager transactions) {
        this.intake = intake;
        this.words = words;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param kinds what everybody in the list has agreed to get
     * @param basis how staff know that they agreed
     * @throws InvalidBulletin when the whole of it cannot be taken; nothing is then
     */
    public ImportReport take(InputStream file, Set<BulletinKind> kinds, String basis, Reader by) throws IOException {
        WhoRunsBulletins.unlessStaff(by);
        String attested = Subscribers.attested(basis);
        if (kinds.isEmpty()) {
            throw new InvalidBulletin("kinds", "Choose at least one");
        }
        byte[] bytes = file.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new InvalidBulletin(
                    "file", "Send at most %,d lines and 4 MB at once: split the file".formatted(MOST_LINES));
        }
        List<Line> lines = ImportTable.read(bytes, MOST_LINES).lines();
        ImportWords.Known known = words.known();
        Map<String, Integer> seen = new HashMap<>();
        List<ImportReport.Row> rows = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            List<Line> some = lines.subList(from, Math.min(lines.size(), from + AT_ONCE));
            rows.addAll(taken(some, kinds, attested, known, seen, by));
        }
        return ImportReport.of(rows);
    }

    private List<ImportReport.Row> taken(
            List<Line> lines,
            Set<BulletinKind> kinds,
            String basis,
            ImportWords.Known known,
            Map<String, Integer> seen,
            Reader by) {
        try {
            return transaction.execute(status -> lines.stream()
                    .map(line -> row(line, take(line, kinds, basis, known, seen, by)))
                    .toList());
        } catch (DataAccessException inTheWay) {
            LOG.warn("Some lines of a list of subscribers could not be saved", inTheWay);
            return lines.stream()
                    .map(line -> row(
                            line, new Taken(Outcome.REFUSED, "It could not be saved just now. Send this line again")))
                    .toList();
        }
    }

    private Taken take(
            Line line,
            Set<BulletinKind> kinds,
            String basis,
            ImportWords.Known known,
            Map<String, Integer> seen,
            Reader by) {
        if (!line.fault().isEmpty()) {
            return new Taken(Outcome.REFUSED, line.fault());
        }
        try {
            SubscriberEntry entry = new SubscriberEntry(line.email(), line.name());
            Integer before = seen.putIfAbsent(entry.email(), line.number());
            if (before != null) {
                return new Taken(
                        Outcome.REFUSED, "This address stands in line %d already. Keep one of them".formatted(before));
            }
            SubscriptionChoice choice = new SubscriptionChoice(kinds, known.topics(line.topics()));
            return intake.take(new Wanted(entry, known.agency(line.agency()), choice, basis), by);
        } catch (InvalidBulletin refused) {
            return new Taken(Outcome.REFUSED, refused.getMessage());
        }
    }

    private static ImportReport.Row row(Line line, Taken taken) {
        String email = line.email().replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
        return ImportReport.Row.of(
                line.number(),
                email.length() <= LONGEST_SHOWN ? email : email.substring(0, LONGEST_SHOWN) + "…",
                taken.outcome(),
                taken.words());
    }
}

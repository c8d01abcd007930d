package org.safercommunities.portal.library.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentLife;
import org.safercommunities.portal.library.DocumentState;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.UnknownDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes many documents, each in a transaction of its own and by the same steps as by hand, so that trail and history are the same
 * too. One that cannot be changed is reported with its reason, and the rest is done.
 */
@Service
public class BulkEdit {

    private static final Logger LOG = LoggerFactory.getLogger(BulkEdit.class);

    private final Library library;
    private final DocumentLife life;
    private final TransactionTemplate transactions;
    private final int most;

    BulkEdit(
            Library library,
            DocumentLife life,
            PlatformTransactionManager transactions,
            @Value("${portal.library.bulk-most}") int most) {
        this.library = library;
        this.life = life;
        this.transactions = new TransactionTemplate(transactions);
        this.most = most;
    }

    /** How many documents are changed at once at most. */
    public int most() {
        return most;
    }

    /** One document and what is to become of it. */
    record Wanted(@Nullable Integer line, UUID id, Function<Library.Standing, BulkChange> change) {}

    /**
     * Whoever watches it.
     *
     * @param stopped asked before each document
     * @param done told after each how many are done
     */
    public record Watch(BooleanSupplier stopped, IntConsumer done) {
        public static final Watch NOBODY = new Watch(() -> false, count -> {});
    }

    /**
     * @param dryRun to try each change and undo it: the report says what would happen
     * @throws InvalidDocument when none or too many are chosen; nothing is changed then
     */
    public BulkReport change(List<UUID> ids, BulkChange change, boolean dryRun, Watch watch, Reader by) {
        Catalogue.unlessEditor(by);
        List<UUID> each = List.copyOf(new LinkedHashSet<>(ids));
        if (each.isEmpty() || each.size() > most) {
            throw new InvalidDocument("ids", "Choose between 1 and %,d documents".formatted(most));
        }
        return BulkReport.of(
                dryRun,
                each.size(),
                each(
                        each.stream()
                                .map(id -> new Wanted(null, id, standing -> change))
                                .toList(),
                        dryRun,
                        watch,
                        by));
    }

    List<BulkReport.Line> each(List<Wanted> wanted, boolean dryRun, Watch watch, Reader by) {
        List<BulkReport.Line> lines = new ArrayList<>();
        for (Wanted one : wanted) {
            if (watch.stopped().getAsBoolean()) {
                break;
            }
            lines.add(one(one, dryRun, by));
            watch.done().accept(lines.size());
        }
        return lines;
    }

    private BulkReport.Line one(Wanted wanted, boolean dryRun, Reader by) {
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                if (dryRun) {
                    status.setRollbackOnly();
                }
                return done(wanted, by);
            }));
        } catch (UnknownDocument gone) {
            return refused(wanted, "There is no such document for you");
        } catch (InvalidDocument invalid) {
            return refused(wanted, invalid.getMessage());
        } catch (DataAccessException inTheWay) {
            LOG.warn("A document could not be changed among many", inTheWay);
            return refused(wanted, "It could not be saved just now. Try this one again");
        }
    }

    private BulkReport.Line done(Wanted wanted, Reader by) {
        UUID id = wanted.id();
        Library.Standing before = library.standing(id, by);
        BulkChange change = wanted.change().apply(before);
        List<String> fields = new ArrayList<>();
        if (change.remove()) {
            library.remove(id, by);
            fields.add("removed");
        } else {
            DocumentDescription said = change.description().apply(before.description());
            DocumentTerm term = change.term().apply(before.term());
            fields.addAll(Differences.between(before.description(), said, before.term(), term));
            if (!fields.isEmpty()) {
                library.describe(id, said, term, by);
            }
            if (change.publish() && before.state() == DocumentState.DRAFT) {
                library.publish(id, by);
                fields.add("published");
            }
            if (change.withdraw() != null) {
                life.withdraw(id, change.withdraw(), null, by);
                fields.add("withdrawn");
            }
        }
        return new BulkReport.Line(
                wanted.line(),
                id,
                before.description().title(),
                fields.isEmpty() ? BulkReport.Outcome.UNCHANGED : BulkReport.Outcome.CHANGED,
                List.copyOf(fields),
                "");
    }

    private static BulkReport.Line refused(Wanted wanted, String message) {
        return new BulkReport.Line(wanted.line(), wanted.id(), "", BulkReport.Outcome.REFUSED, List.of(), message);
    }
}

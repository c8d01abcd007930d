package org.safercommunities.portal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditVerdict.Finding;

/**
 * Goes through lines, seals and the heads that were kept outside, side by side, and says which lines are not as they were written.
 * Needs a connection that may read, and nothing of the portal; its memory does not grow with the trail.
 */
public final class AuditVerifier {

    private record Seal(long number, long line, int format, byte[] seal) {}

    /** A line that has its seal and is not there, with what it takes to know it again elsewhere. */
    private record Lost(Seal seal, byte[] before) {}

    private final PagedRows<SealFormat.Sealed> lines;
    private final PagedRows<Seal> seals;
    private final AuditHeads.Kept heads;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Lost> lost = new ArrayList<>();
    private final List<SealFormat.Sealed> strays = new ArrayList<>();

    private @Nullable AuditHead head;
    private long headsRead;
    private long lastGoodHead;
    private boolean remade;

    private AuditVerifier(Connection connection, AuditHeads.Kept heads) {
        this.heads = heads;
        lines = new PagedRows<>(
                connection,
                "SELECT * FROM audit_row WHERE id > ? ORDER BY id",
                SealFormat.Sealed::of,
                SealFormat.Sealed::id);
        seals = new PagedRows<>(
                connection,
                "SELECT * FROM audit_seal WHERE number > ? ORDER BY number",
                row -> new Seal(row.getLong("number"), row.getLong("line"), row.getInt("format"), row.getBytes("seal")),
                Seal::number);
    }

    /** @param connection to the schema of the trail; left without a transaction, and otherwise as it was */
    public static AuditVerdict verify(Connection connection, AuditHeads heads) throws SQLException {
        int isolation = connection.getTransactionIsolation();
        boolean each = connection.getAutoCommit();
        // Lines and seals as they were at one moment, while others write
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (AuditHeads.Kept kept = heads.read()) {
            return new AuditVerifier(connection, kept).verdict();
        } finally {
            connection.rollback();
            connection.setAutoCommit(each);
            connection.setTransactionIsolation(isolation);
        }
    }

    private AuditVerdict verdict() throws SQLException {
        nextHead();
        Seal before = new Seal(0, 0, SealFormat.CURRENT, SealFormat.GENESIS);
        long sealed = 0;
        for (Seal seal = seals.take(); seal != null; seal = seals.take()) {
            boolean follows = seal.number() == before.number() + 1;
            if (!follows) {
                sealsGone(before, seal);
            }
            SealFormat.Sealed line = lineOf(seal);
            if (line == null) {
                lost(seal, before);
            } else if (follows && !Arrays.equals(made(seal, before.seal(), line), seal.seal())) {
                find(Finding.altered(seal.line()));
            }
            compareHead(seal);
            before = seal;
            sealed++;
        }
        AuditHead unseen = head;
        if (unseen != null && !remade) {
            find(Finding.cutOff(before.line(), unseen));
        }
        while (head != null) {
            nextHead();
        }
        long unsealed = countRest();
        nameMoved();
        findings.sort(Comparator.comparingLong(Finding::line));
        return new AuditVerdict(sealed, unsealed, headsRead, findings);
    }

    private static byte[] made(Seal seal, byte[] before, SealFormat.Sealed line) {
        return SealFormat.seal(seal.format(), before, seal.number(), seal.line(), line);
    }

    /** The line that a seal is of; null when it is not there. Lines on the way to it have none and were put in. */
    private SealFormat.@Nullable Sealed lineOf(Seal seal) throws SQLException {
        SealFormat.Sealed line = lines.peek();
        while (line != null && line.id() < seal.line()) {
            stray(line);
            find(Finding.inserted(line.id()));
            lines.take();
            line = lines.peek();
        }
        return line != null && line.id() == seal.line() ? lines.take() : null;
    }

    /** There is a gap in the numbers. Lines that are still there have lost their seal; the rest went with theirs. */
    private void sealsGone(Seal before, Seal seal) throws SQLException {
        long gone = Math.max(seal.number() - before.number() - 1, 0);
        SealFormat.Sealed line = lines.peek();
        for (; gone > 0 && line != null && line.id() < seal.line(); gone--) {
            find(Finding.unsealed(line.id()));
            lines.take();
            line = lines.peek();
        }
        if (gone > 0) {
            find(Finding.missingWithSeal(before.line(), seal.line(), gone));
        }
    }

    private void compareHead(Seal seal) {
        AuditHead kept = head;
        while (kept != null && kept.number() <= seal.number()) {
            if (kept.number() == seal.number()) {
                boolean same = kept.line() == seal.line()
                        && kept.seal().equals(HexFormat.of().formatHex(seal.seal()));
                if (same) {
                    lastGoodHead = kept.line();
                } else if (!remade) {
                    remade = true;
                    find(Finding.remade(lastGoodHead, kept));
                }
            }
            nextHead();
            kept = head;
        }
    }

    private void nextHead() {
        head = heads.hasNext() ? heads.next() : null;
        headsRead += head == null ? 0 : 1;
    }

    private long countRest() throws SQLException {
        long rest = 0;
        for (SealFormat.Sealed line = lines.take(); line != null; line = lines.take()) {
            rest++;
            if (!lost.isEmpty()) {
                stray(line);
            }
        }
        return rest;
    }

    private void lost(Seal seal, Seal before) {
        find(Finding.missing(seal.line()));
        if (lost.size() < AuditVerdict.MOST) {
            lost.add(new Lost(seal, before.seal()));
        }
    }

    private void stray(SealFormat.Sealed line) {
        if (strays.size() < AuditVerdict.MOST) {
            strays.add(line);
        }
    }

    /** A line that is missed and one that was put in are the same when the seal fits it under its former id. */
    private void nameMoved() {
        for (Lost one : lost) {
            strays.stream()
                    .filter(stray -> Arrays.equals(
                            made(one.seal(), one.before(), stray), one.seal().seal()))
                    .findFirst()
                    .ifPresent(stray -> {
                        findings.removeIf(finding ->
                                finding.equals(Finding.missing(one.seal().line()))
                                        || finding.equals(Finding.inserted(stray.id())));
                        find(Finding.moved(one.seal().line(), stray.id()));
                    });
        }
    }

    private void find(Finding finding) {
        if (findings.size() < AuditVerdict.MOST) {
            findings.add(finding);
        }
    }
}

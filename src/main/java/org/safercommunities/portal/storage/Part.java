package org.safercommunities.portal.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.storage.Parts.Ledger;
import org.safercommunities.portal.storage.Parts.Piece;

/**
 * One file that comes in pieces, as this process knows it. Its channel is open while somebody has the turn, and locked, so that
 * no other process on the same folder writes too.
 */
final class Part {

    private static final long FORCE_EVERY_BYTES = 16L * 1024 * 1024;
    private static final long FORCE_EVERY_NANOS = 2_000_000_000L;

    private final Path file;
    private final Disk disk;
    private GrowingSha256 sha256 = new GrowingSha256();
    private long position;
    private long forced;
    private long forcedAt;
    private @Nullable FileChannel channel;
    private @Nullable Turn turn;

    Part(Path file, Disk disk) {
        this.file = file;
        this.disk = disk;
    }

    /** The right to write, until somebody else takes it. */
    static final class Turn {

        private final Ledger ledger;
        private final Piece piece;
        private final GrowingSha256 before;
        private boolean checked;
        private long end;

        private Turn(Ledger ledger, Piece piece, GrowingSha256 before) {
            this.ledger = ledger;
            this.piece = piece;
            this.before = before;
            this.end = piece.from();
            this.checked = piece.check() == null;
        }

        /** How much of it stays when it ends now. */
        private long kept(long position) {
            return checked ? position : piece.from();
        }

        /** How many bytes were here when it ended. */
        long end() {
            return end;
        }
    }

    synchronized boolean isIdle() {
        return turn == null;
    }

    /** Takes the turn from whoever has it; not with a piece that does not fit. */
    synchronized Turn take(Ledger ledger, Piece piece) throws IOException {
        if (turn != null && piece.from() != turn.kept(position)) {
            throw PartRefused.position(turn.kept(position));
        }
        stop();
        open(ledger);
        if (piece.from() != position) {
            close();
            throw PartRefused.position(position);
        }
        turn = new Turn(ledger, piece, sha256.copy());
        return turn;
    }

    synchronized void write(Turn by, byte[] bytes, int count) throws IOException {
        FileChannel open = channel;
        if (by != turn || open == null) {
            throw PartRefused.taken();
        }
        Disk.write(open, ByteBuffer.wrap(bytes, 0, count));
        sha256.written(position, bytes, count);
        if (by.piece.check() != null) {
            by.piece.check().digest().update(bytes, 0, count);
        }
        position += count;
        boolean due = position - forced >= FORCE_EVERY_BYTES || System.nanoTime() - forcedAt > FORCE_EVERY_NANOS;
        if (due && by.checked) {
            force(by.ledger, open);
            disk.requireRoom(0);
        }
    }

    /** Compares the bytes of a piece with what was announced of them. */
    synchronized void check(Turn by) {
        if (by != turn) {
            throw PartRefused.taken();
        }
        Parts.Check check = by.piece.check();
        if (check != null) {
            by.checked = MessageDigest.isEqual(check.digest().digest(), check.expected());
            if (!by.checked) {
                throw new PartRefused(
                        PartRefused.Why.CHECKSUM,
                        "The bytes that came are not those that the checksum was made of. None of them is kept: send them again.");
            }
        }
    }

    synchronized void leave(Turn by) throws IOException {
        if (by == turn) {
            stop();
        }
    }

    /** Ends the turn: what came is forced to the disk and written down, or dropped when nobody knows whether it is right. */
    synchronized void stop() throws IOException {
        Turn ending = turn;
        FileChannel open = channel;
        if (ending == null || open == null) {
            return;
        }
        turn = null;
        try {
            if (ending.checked) {
                force(ending.ledger, open);
            } else {
                open.truncate(ending.piece.from());
                position = ending.piece.from();
                sha256 = ending.before;
            }
            ending.end = position;
        } finally {
            close();
        }
    }

    /** The SHA-256 of the whole; bytes that came while an earlier process ran are read once. */
    synchronized BlobRef reckon(Ledger ledger, long length) throws IOException {
        stop();
        FileChannel open = open(ledger);
        try {
            if (position != length) {
                throw new PartRefused(
                        PartRefused.Why.UNFINISHED,
                        "Only %,d of %,d bytes of this upload are here. Send the rest first."
                                .formatted(position, length));
            }
            return new BlobRef(sha256.ofWhole(open, length), length);
        } finally {
            close();
        }
    }

    /** Opens and locks the file, and cuts off what a crash has left behind the last byte that is known to be safe. */
    private FileChannel open(Ledger ledger) throws IOException {
        FileChannel opened = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel = opened;
        try {
            if (opened.tryLock() == null) {
                throw PartRefused.taken();
            }
            long safe = ledger.safe();
            if (opened.size() > safe) {
                opened.truncate(safe);
            } else if (opened.size() < safe) {
                ledger.safe(opened.size());
            }
            position = opened.size();
            opened.position(position);
        } catch (OverlappingFileLockException another) {
            close();
            throw PartRefused.taken();
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
        if (sha256.isAheadOf(position)) {
            sha256 = new GrowingSha256();
        }
        forced = position;
        forcedAt = System.nanoTime();
        return opened;
    }

    private void force(Ledger ledger, FileChannel open) throws IOException {
        if (position > forced) {
            Disk.force(open);
            ledger.safe(position);
            forced = position;
        }
        forcedAt = System.nanoTime();
    }

    private void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }
}

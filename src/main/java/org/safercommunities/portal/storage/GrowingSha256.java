package org.safercommunities.portal.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The SHA-256 of a file that grows, reckoned as its bytes are written. It lags behind what was written by an earlier process,
 * until {@link #ofWhole} reads that once.
 */
final class GrowingSha256 {

    private static final int BUFFER = 1024 * 1024;

    private MessageDigest digest;
    private long reckoned;

    GrowingSha256() {
        this(FolderBlobs.sha256(), 0);
    }

    private GrowingSha256(MessageDigest digest, long reckoned) {
        this.digest = digest;
        this.reckoned = reckoned;
    }

    /** As it stands, to come back to. */
    GrowingSha256 copy() {
        return new GrowingSha256(copy(digest), reckoned);
    }

    void written(long from, byte[] bytes, int count) {
        if (reckoned == from) {
            digest.update(bytes, 0, count);
            reckoned += count;
        }
    }

    /** Whether it has reckoned with bytes behind the end of the file. */
    boolean isAheadOf(long size) {
        return reckoned > size;
    }

    String ofWhole(FileChannel file, long size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (reckoned < size) {
            int read = file.read(buffer.clear(), reckoned);
            if (read < 0) {
                throw new IOException("the file ends before its size");
            }
            digest.update(buffer.flip());
            reckoned += read;
        }
        return HexFormat.of().formatHex(copy(digest).digest());
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

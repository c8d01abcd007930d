package org.safercommunities.portal.library.uploads;

import java.io.InputStream;

/** Bytes of a large file that need not exist: each follows from its place, and no two stretches are alike. */
public final class GeneratedBytes extends InputStream {

    private final long end;
    private long position;

    public GeneratedBytes(long from, long end) {
        this.position = from;
        this.end = end;
    }

    /** Eight bytes at a time, mixed so that they do not repeat. */
    private static long mixed(long word) {
        long x = word * 0x9E3779B97F4A7C15L;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        return x ^ (x >>> 27);
    }

    @Override
    public int read() {
        if (position >= end) {
            return -1;
        }
        int one = (int) (mixed(position >>> 3) >>> ((position & 7) * 8)) & 0xff;
        position++;
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int count = (int) Math.min(length, end - position);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        for (int i = 0; i < count; ) {
            long word = mixed(position >>> 3);
            for (int at = (int) (position & 7); at < 8 && i < count; at++, i++, position++) {
                buffer[offset + i] = (byte) (word >>> (at * 8));
            }
        }
        return count;
    }
}

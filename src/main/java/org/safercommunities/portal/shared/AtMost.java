package org.safercommunities.portal.shared;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that breaks off when it holds more than it may. */
public final class AtMost extends FilterInputStream {

    /** There was more. */
    public static final class Exceeded extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private long left;

    /** @param bytes how many it may hold; with the next one {@link Exceeded} is thrown */
    public AtMost(InputStream in, long bytes) {
        super(in);
        left = bytes;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    /** Whether it broke off, for callers to whom the exception comes as another one. */
    public boolean exceeded() {
        return left < 0;
    }

    private void count(int bytes) throws Exceeded {
        left -= bytes;
        if (left < 0) {
            throw new Exceeded();
        }
    }
}

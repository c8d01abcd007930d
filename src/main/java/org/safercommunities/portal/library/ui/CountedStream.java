package org.safercommunities.portal.library.ui;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Counts what has come, tells it now and then, and breaks off when the editor stops the file. */
final class CountedStream extends FilterInputStream {

    private static final long TOLD_EVERY_MILLIS = 300;

    private final Incoming file;
    private final LongConsumer told;
    private long bytes;
    private long lastTold;

    CountedStream(InputStream in, Incoming file, LongConsumer told) {
        super(in);
        this.file = file;
        this.told = told;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int some = super.read(buffer, offset, length);
        count(Math.max(0, some));
        return some;
    }

    private void count(int some) throws IOException {
        if (file.stopped.get()) {
            throw new IOException("stopped by the editor");
        }
        bytes += some;
        long now = System.nanoTime() / 1_000_000;
        if (now - lastTold > TOLD_EVERY_MILLIS) {
            lastTold = now;
            told.accept(bytes);
        }
    }
}

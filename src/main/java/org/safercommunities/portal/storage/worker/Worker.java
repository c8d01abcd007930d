package org.safercommunities.portal.storage.worker;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;

/**
 * The main class of a worker: reads requests from its standard input, answers on its standard output, one at a time. It ends
 * when its input ends, even in the middle of a file, so that no worker outlives the portal.
 */
public final class Worker {

    /** Parsers recurse over what a file nests; a deep but honest file needs more than the usual 1 MB. */
    private static final long STACK = 8L * 1024 * 1024;

    private static final int GRACE_SECONDS = 5;

    private final DataOutputStream out;
    private final SynchronousQueue<Wire.Request> requests = new SynchronousQueue<>();
    private final Extraction extraction;
    private volatile long deadline = Long.MAX_VALUE;

    private Worker(DataOutputStream out) throws Exception {
        this.out = out;
        extraction = new Extraction();
    }

    public static void main(String[] arguments) throws Exception {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 * 1024));
        // Libraries that print must not end up between our answers
        System.setOut(System.err);
        new Worker(out).serve(new DataInputStream(new FileInputStream(FileDescriptor.in)));
    }

    private void serve(DataInputStream in) throws IOException, InterruptedException {
        Thread.ofPlatform().name("file").stackSize(STACK).daemon().start(this::work);
        Thread.ofPlatform().name("deadline").daemon().start(this::endWhenLate);
        Wire.writeReady(out);
        try {
            while (true) {
                requests.put(Wire.readRequest(in));
            }
        } catch (IOException portalIsGone) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void work() {
        try {
            while (true) {
                Wire.Request request = requests.take();
                deadline = System.nanoTime() + (request.seconds() + GRACE_SECONDS) * 1_000_000_000L;
                answer(request);
                deadline = Long.MAX_VALUE;
            }
        } catch (Throwable broken) {
            // The portal sees the pipe end and takes another worker
            Runtime.getRuntime().halt(1);
        }
    }

    private void answer(Wire.Request request) throws IOException {
        switch (request) {
            case Wire.Inspect(String path, int ignored, String fileName, int textLimit) ->
                Wire.writeReading(out, extraction.read(Path.of(path), fileName, textLimit));
            case Wire.Draw(String path, int ignored, String mediaType, int page, int width) -> {
                Drawing drawing = new Drawing(width, extraction);
                byte @Nullable [] png = drawing.draw(Path.of(path), mediaType, page);
                if (png == null) {
                    Wire.writeNoPicture(out, drawing.reason());
                } else {
                    Wire.writePicture(out, png);
                }
            }
            case Wire.Count(String path, int ignored, String mediaType) -> {
                Drawing drawing = new Drawing(1, extraction);
                int pages = drawing.count(Path.of(path), mediaType);
                if (pages == 0) {
                    Wire.writeNoPicture(out, drawing.reason());
                } else {
                    Wire.writePages(out, pages);
                }
            }
        }
    }

    /** The portal kills a late worker; this is for the case that the portal itself cannot. */
    private void endWhenLate() {
        try {
            while (true) {
                Thread.sleep(1_000);
                long until = deadline;
                if (until != Long.MAX_VALUE && System.nanoTime() - until > 0) {
                    Runtime.getRuntime().halt(4);
                }
            }
        } catch (InterruptedException unexpected) {
            Runtime.getRuntime().halt(4);
        }
    }
}

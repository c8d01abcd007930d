package org.safercommunities.portal.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.safercommunities.portal.storage.worker.Wire;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * Pages of documents and pictures, drawn anew as PNG: pixels and nothing else, so no script, position or camera leaves with
 * them. Each is drawn once, in a worker, and kept.
 */
public final class Pages implements AutoCloseable {

    /** Pictures are drawn in these widths only, so that asking for every width fills no disk. */
    private static final int[] WIDTHS = {208, 416, 800, 1200, 1600, 2400};

    private final Blobs blobs;
    private final MediaTypes mediaTypes;
    private final DerivedPictures pictures;
    private final Workers workers;
    private final OfficeConversion office;
    private final ConcurrentMap<Path, CompletableFuture<Path>> drawing = new ConcurrentHashMap<>();

    public Pages(Blobs blobs, MediaTypes mediaTypes, StorageFolders folders, StorageProperties properties) {
        this.blobs = blobs;
        this.mediaTypes = mediaTypes;
        this.pictures = new DerivedPictures(folders.derived());
        Path work = folders.work().resolve("drawers");
        Leftovers.delete(work);
        this.workers = new Workers(properties.worker().drawers(), properties.worker(), work);
        this.office = OfficeConversion.installed(folders.work().resolve("office"), properties.worker());
    }

    /** Whether files of this type have pages to show at all; a single file may still have {@link NoPreview}. */
    public boolean available(String mediaType) {
        return mediaType.equals(MediaTypes.PDF)
                || mediaTypes.picture(mediaType)
                || office.converts(mediaType)
                || mediaTypes.words(mediaType);
    }

    /**
     * One page as PNG. Blocks while it is drawn for the first time; several callers share one drawing.
     *
     * @param mediaType of the {@link Inspection}
     * @param page from 1; a picture has one
     * @param widthPixels as wide as it will be shown; the picture is at least as wide, as far as the file and the limits
     *     allow: 2,400 pixels, and 300 dots per inch for pages. Pictures are never made larger
     * @throws NoPreview when there is none, and why
     * @throws BlobMissing when there is no such file
     * @throws Busy when too many pages wait to be drawn
     * @throws HeldBack when the file waits for the virus scanner, or was refused by it
     */
    public Resource page(String sha256, String mediaType, int page, int widthPixels) throws NoPreview {
        unlessAvailable(mediaType);
        // Also of what was drawn before: it may have been found out since
        blobs.admit(sha256);
        if (page < 1) {
            throw new NoPreview("This file has no page " + page + ".");
        }
        Path place = pictures.place(sha256, page, step(widthPixels));
        if (Files.exists(place)) {
            return new FileSystemResource(place);
        }
        return new FileSystemResource(shared(place, sha256, mediaType, page, step(widthPixels)));
    }

    /**
     * How many pages there are to draw. Blocks while they are counted for the first time, and for Office files while they are turned
     * into pages.
     *
     * @throws NoPreview when there is none, and why
     * @throws BlobMissing when there is no such file
     * @throws Busy when too much waits to be drawn
     */
    public int count(String sha256, String mediaType) throws NoPreview {
        unlessAvailable(mediaType);
        blobs.admit(sha256);
        Path place = pictures.folder(sha256).resolve("pages");
        try {
            if (!Files.exists(place)) {
                Optional<String> reason = pictures.knownReason(place);
                if (reason.isEmpty()) {
                    reason = pictures.make(place, file -> count(sha256, mediaType, file));
                }
                if (reason.isPresent()) {
                    throw new NoPreview(reason.get());
                }
            }
            return Integer.parseInt(Files.readString(place).strip());
        } catch (IOException | NumberFormatException failed) {
            NoPreview unexpected = new NoPreview("There is no preview just now. Please try again later.");
            unexpected.initCause(failed);
            throw unexpected;
        }
    }

    private void unlessAvailable(String mediaType) throws NoPreview {
        if (!available(mediaType)) {
            throw new NoPreview(
                    office.isOffice(mediaType)
                            ? OfficeConversion.NOT_INSTALLED
                            : "There is no preview for this kind of file.");
        }
    }

    /** The first page, small, for lists: 416 pixels wide, to be shown at 208 so that it is sharp on every screen. */
    public Resource thumbnail(String sha256, String mediaType) throws NoPreview {
        return page(sha256, mediaType, 1, 416);
    }

    /** Deletes what was drawn of a file, once the file itself is deleted. */
    public void forget(String sha256) {
        pictures.forget(sha256);
    }

    @Override
    public void close() {
        workers.close();
    }

    private static int step(int width) {
        for (int step : WIDTHS) {
            if (step >= width) {
                return step;
            }
        }
        return WIDTHS[WIDTHS.length - 1];
    }

    private Path shared(Path place, String sha256, String mediaType, int page, int width) throws NoPreview {
        CompletableFuture<Path> mine = new CompletableFuture<>();
        CompletableFuture<Path> others = drawing.putIfAbsent(place, mine);
        if (others != null) {
            return await(others);
        }
        try {
            if (!Files.exists(place)) {
                Optional<String> reason = pictures.knownReason(place);
                if (reason.isEmpty()) {
                    reason = pictures.make(place, file -> draw(sha256, mediaType, page, width, file));
                }
                if (reason.isPresent()) {
                    throw new NoPreview(reason.get());
                }
            }
            mine.complete(place);
            return place;
        } catch (IOException failed) {
            NoPreview unexpected = new NoPreview("There is no preview just now. Please try again later.");
            unexpected.initCause(failed);
            mine.completeExceptionally(unexpected);
            throw unexpected;
        } catch (NoPreview | RuntimeException failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            drawing.remove(place, mine);
        }
    }

    private static Path await(CompletableFuture<Path> others) throws NoPreview {
        try {
            return others.join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case NoPreview none -> throw none;
                case RuntimeException runtime -> throw runtime;
                case null, default -> throw failed;
            }
        }
    }

    private Optional<String> draw(String sha256, String mediaType, int page, int width, Path target)
            throws IOException {
        return lent(sha256, mediaType, (file, type) -> draw(file, type, page, width, target));
    }

    private Optional<String> count(String sha256, String mediaType, Path target) throws IOException {
        return lent(sha256, mediaType, (file, type) -> counted(file, type, target));
    }

    /** Does something with the file as the workers read it: of an Office file that is the PDF made of it. */
    private Optional<String> lent(String sha256, String mediaType, Use use) throws IOException {
        if (!office.converts(mediaType)) {
            return blobs.withFile(sha256, file -> use.with(file, mediaType));
        }
        Path pdf = pictures.folder(sha256).resolve("office.pdf");
        if (!Files.exists(pdf)) {
            Optional<String> reason =
                    blobs.withFile(sha256, file -> office.toPdf(file, mediaTypes.extension(mediaType), pdf));
            if (reason.isPresent()) {
                return reason;
            }
        }
        return use.with(pdf, MediaTypes.PDF);
    }

    /** @return why it did not work; empty when it did */
    @FunctionalInterface
    private interface Use {
        Optional<String> with(Path file, String mediaType);
    }

    private Optional<String> counted(Path file, String mediaType, Path target) {
        Wire.Count request = new Wire.Count(file.toString(), workers.limitSeconds(), mediaType);
        return asked(() -> {
            Wire.PageCount count = workers.call(request, Wire::readPages);
            if (count.pages() == 0) {
                return Optional.of(count.reason());
            }
            Files.writeString(target, Integer.toString(count.pages()));
            return Optional.empty();
        });
    }

    private Optional<String> draw(Path file, String mediaType, int page, int width, Path target) {
        Wire.Draw request = new Wire.Draw(file.toString(), workers.limitSeconds(), mediaType, page, width);
        return asked(() -> workers.call(request, in -> {
            try (OutputStream png = Files.newOutputStream(target)) {
                return Wire.readPicture(in, png);
            }
        }));
    }

    /** Asks a worker, and says in a sentence what became of one that died of it. */
    private static Optional<String> asked(Question question) {
        try {
            return question.ask();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (WorkerDied died) {
            if (Thread.currentThread().isInterrupted()) {
                throw new Busy();
            }
            return Optional.of(
                    switch (died.why()) {
                        case TIME -> "There is no preview, because drawing this page takes too long.";
                        case MEMORY, ROOM -> "There is no preview, because drawing this page needs too much memory.";
                        case BROKEN -> "There is no preview, because this page cannot be drawn.";
                    });
        }
    }

    @FunctionalInterface
    private interface Question {
        Optional<String> ask() throws IOException, WorkerDied;
    }
}

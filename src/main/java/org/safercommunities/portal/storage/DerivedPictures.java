package org.safercommunities.portal.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Pictures that were drawn before, and the reasons why others could not be. All of it may be deleted at any time. */
final class DerivedPictures {

    /** A file that took too long on a busy day gets another try. */
    private static final Duration REASON_STANDS = Duration.ofDays(1);

    /** Writes a picture into a file, or says why there is none. */
    @FunctionalInterface
    interface Drawing {
        /** @return why there is none; empty when there is one */
        Optional<String> into(Path file) throws IOException;
    }

    private final Path folder;

    DerivedPictures(Path folder) {
        this.folder = folder;
    }

    Path place(String sha256, int page, int width) {
        return folder(sha256).resolve("page-" + page + "-" + width + ".png");
    }

    /** All pictures of one file, and what was made on the way to them. */
    Path folder(String sha256) {
        return folder.resolve(FolderBlobs.split(sha256));
    }

    /** @return why there is no picture; empty when nobody tried lately */
    Optional<String> knownReason(Path place) throws IOException {
        Path reason = reasonFor(place);
        if (!Files.exists(reason)
                || Files.getLastModifiedTime(reason)
                        .toInstant()
                        .isBefore(Instant.now().minus(REASON_STANDS))) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(reason));
    }

    /** @return why there is no picture; empty when it is in its place now */
    Optional<String> make(Path place, Drawing drawing) throws IOException {
        Files.createDirectories(place.getParent());
        Path temporary = place.resolveSibling(UUID.randomUUID() + ".part");
        try {
            Optional<String> reason = drawing.into(temporary);
            if (reason.isEmpty()) {
                Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                Files.deleteIfExists(reasonFor(place));
            } else {
                Files.writeString(temporary, reason.get(), StandardCharsets.UTF_8);
                Files.move(temporary, reasonFor(place), StandardCopyOption.ATOMIC_MOVE);
            }
            return reason;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    void forget(String sha256) {
        Leftovers.delete(folder(sha256));
    }

    private static Path reasonFor(Path place) {
        return place.resolveSibling(place.getFileName() + ".none");
    }
}

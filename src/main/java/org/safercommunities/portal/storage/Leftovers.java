package org.safercommunities.portal.storage;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What processes leave behind in their folders. Never follows links, for a hostile file may have made them. */
final class Leftovers {

    private Leftovers() {}

    static void delete(Path folder) {
        walk(folder, new Deleting(folder, true));
    }

    static void deleteBelow(Path folder) {
        walk(folder, new Deleting(folder, false));
    }

    /** In bytes. */
    static long sizeBelow(Path folder) {
        AtomicLong size = new AtomicLong();
        walk(folder, new Tolerant() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                size.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }
        });
        return size.get();
    }

    private static void walk(Path folder, Tolerant visitor) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, visitor);
        } catch (IOException unfinished) {
            // What stays is swept at the next start
        }
    }

    /** Files come and go while we look. */
    private abstract static class Tolerant extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class Deleting extends Tolerant {
        private final Path top;
        private final boolean topToo;

        Deleting(Path top, boolean topToo) {
            this.top = top;
            this.topToo = topToo;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            file.toFile().delete();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            if (topToo || !folder.equals(top)) {
                folder.toFile().delete();
            }
            return FileVisitResult.CONTINUE;
        }
    }
}

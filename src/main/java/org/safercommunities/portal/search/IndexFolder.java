package org.safercommunities.portal.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the embedded index. An index that cannot be read, or was made by another definition of the fields, is thrown
 * away before anything opens it: it is only a copy of the database, and what is missing is made again in the background.
 */
final class IndexFolder {

    /** Raised with every change of {@link IndexedFields} or {@link TextAnalysis}. */
    static final String DEFINITION = "2";

    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

    private final Path root;

    IndexFolder(Path root) {
        this.root = root;
    }

    /** Leaves a folder that can be opened: the index that was there, or an empty place. */
    void prepare() throws IOException {
        Files.createDirectories(root);
        Path definition = root.resolve("definition");
        boolean sameDefinition =
                Files.exists(definition) && Files.readString(definition).equals(DEFINITION);
        for (Path index : indexes()) {
            if (!sameDefinition || !readable(index)) {
                log.warn("The search index in {} is of another version or damaged; it will be made again", index);
                delete(index);
            }
        }
        Files.writeString(definition, DEFINITION);
    }

    private List<Path> indexes() throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(Files::isDirectory).toList();
        }
    }

    /** Whether every file of the index is there and has the checksum it was written with. */
    private static boolean readable(Path index) {
        try (Directory directory = FSDirectory.open(index);
                Lock lock = directory.obtainLock("write.lock")) {
            if (!DirectoryReader.indexExists(directory)) {
                return true;
            }
            try (CheckIndex check = new CheckIndex(directory, lock)) {
                check.setChecksumsOnly(true);
                check.setThreadCount(1);
                return check.checkIndex().clean;
            }
        } catch (LockObtainFailedException inUse) {
            log.error("Another process is using the search index in {}", index);
            return true;
        } catch (IOException | RuntimeException damaged) {
            log.warn("The search index in {} cannot be read", index, damaged);
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

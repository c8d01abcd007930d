package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * To unpack Keycloak and to prepare it for MariaDB takes half a minute of a processor. Of several runs beside each other the first
 * does it, and the others, which wait meanwhile, begin with what came of it.
 */
public final class PreparedKeycloak {

    /** What Keycloak may write to again: to these files each run has a right of its own. */
    private static final Set<Path> OWN = Set.of(Path.of("lib", "quarkus"), Path.of("conf"));

    /** Made anew at each start. */
    private static final Set<Path> LEFT_OUT = Set.of(Path.of("data"), Path.of("themes"));

    private PreparedKeycloak() {}

    /**
     * Starts the server and waits for it.
     *
     * @param shared a folder of all the runs, on the same disk as theirs
     */
    public static void start(EmbeddedKeycloak server, Path shared) {
        Path home = server.home();
        if (KeycloakArchive.isUnpacked(home)) {
            server.start();
            return;
        }
        Path prepared = shared.resolve(home.getFileName());
        PrivateFiles.folder(shared);
        try (FileChannel channel = FileChannel.open(
                        shared.resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock turn = channel.lock()) {
            assert turn.isValid();
            if (KeycloakArchive.isUnpacked(prepared)) {
                copy(prepared, home);
                server.launch();
            } else {
                server.launch();
                server.awaitPrepared();
                copy(home, prepared);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be copied between " + prepared + " and " + home, e);
        }
        server.awaitReady(() -> {});
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) throws IOException {
                Path name = from.relativize(folder);
                Files.createDirectories(to.resolve(name));
                return LEFT_OUT.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
                Path name = from.relativize(file);
                if (!KeycloakArchive.isMark(name)) {
                    if (OWN.stream().anyMatch(name::startsWith)) {
                        Files.copy(
                                file,
                                to.resolve(name),
                                StandardCopyOption.REPLACE_EXISTING,
                                StandardCopyOption.COPY_ATTRIBUTES);
                    } else {
                        Files.deleteIfExists(to.resolve(name));
                        Files.createLink(to.resolve(name), file);
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        KeycloakArchive.markUnpacked(to);
    }
}

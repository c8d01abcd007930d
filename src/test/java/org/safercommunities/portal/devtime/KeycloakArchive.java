package org.safercommunities.portal.devtime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Keycloak's distribution as Maven has fetched it, and unpacked. */
final class KeycloakArchive {

    /** The build says where the archive is; the fallback serves an IDE that runs a test by itself. */
    private static final String ARCHIVE = System.getProperty("keycloak.archive", "");

    private static final String MARK = "unpacked";

    private KeycloakArchive() {}

    /** The folder of the unpacked server; named by the version, so that a newer one is unpacked beside it. */
    static Path homeIn(Path folder) {
        String name = archive().getFileName().toString().replace(".tar.gz", "").replace("-quarkus-dist", "");
        return folder.resolve(name);
    }

    /** Whether all of it is there. */
    static boolean isUnpacked(Path home) {
        return Files.exists(home.resolve(MARK));
    }

    static void markUnpacked(Path home) throws IOException {
        Files.createFile(home.resolve(MARK));
    }

    static boolean isMark(Path name) {
        return name.equals(Path.of(MARK));
    }

    /** Unpacks the server unless it is there, all of it, and returns its folder. */
    static Path unpackInto(Path folder) {
        Path home = homeIn(folder);
        if (isUnpacked(home)) {
            return home;
        }
        Path archive = archive();
        if (!Files.isRegularFile(archive)) {
            throw new IllegalStateException("Keycloak's archive is missing: " + archive
                    + ". Maven fetches it with the other libraries: run `mvn test-compile` and look at what it says.");
        }
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file, 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, home);
            }
            markUnpacked(home);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be unpacked from " + archive + " into " + home, e);
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path home) throws IOException {
        Path name = Path.of(entry.getName());
        if (name.getNameCount() < 2) {
            return;
        }
        // The first part is keycloak-VERSION, as our folder is called too
        Path target = home.resolve(name.subpath(1, name.getNameCount())).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("The archive holds a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path archive() {
        if (!ARCHIVE.isEmpty()) {
            return Path.of(ARCHIVE);
        }
        String version = System.getProperty("keycloak.version", "26.7.3");
        return Path.of(
                System.getProperty("user.home"),
                ".m2/repository/org/keycloak/keycloak-quarkus-dist",
                version,
                "keycloak-quarkus-dist-" + version + ".tar.gz");
    }
}

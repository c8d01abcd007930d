package org.safercommunities.portal.devtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path machine;

    @Test
    void aNewFolderIsForItsOwnerOnly() throws IOException {
        Path folder = DataFolder.take(machine.resolve("deep/inside"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderOfSomethingElseIsLeftAsItIs() throws IOException {
        Files.setPosixFilePermissions(machine, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(machine.resolve("letter"), "Dear …");
        assertThatThrownBy(() -> DataFolder.take(machine))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("other things")
                .hasMessageContaining("PORTAL_DATA");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(machine)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void aPortalsFolderIsTakenAgain() throws IOException {
        Path folder = DataFolder.take(machine.resolve("data"));
        FolderLock.tryLock(folder).orElseThrow().close();
        Files.writeString(folder.resolve("content"), "kept");
        assertThat(DataFolder.take(folder).resolve("content")).exists();
    }

    @Test
    void whatCannotBeWrittenIsRefusedWithAWayOut() throws IOException {
        Path file = Files.writeString(machine.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.take(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> DataFolder.take(Path.of("/proc/portal-data")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("/proc/portal-data")
                .hasMessageContaining("PORTAL_DATA=");
    }
}

package org.safercommunities.portal.devtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmFilesTest {

    @TempDir
    private Path folder;

    private RealmFiles realms(String json) throws IOException {
        Files.createDirectories(folder.resolve("realms/demo"));
        Files.writeString(folder.resolve("realms/demo/sample.json"), json);
        return new RealmFiles(folder, "demo", Map.of("PORTAL_URL", "http://localhost:9000", "SECRET", "a$1b\\c"));
    }

    @Test
    void addressesAndSecretsAreFilledIn() throws IOException {
        assertThat(realms("${PORTAL_URL}/* ${SECRET}").filled("sample")).isEqualTo("http://localhost:9000/* a$1b\\c");
    }

    @Test
    void aPlaceWithoutValueTakesItsDefault() throws IOException {
        assertThat(realms("${SMTP_FROM:no-reply@portal.example} ${PORTAL_URL:unused}")
                        .filled("sample"))
                .isEqualTo("no-reply@portal.example http://localhost:9000");
    }

    @Test
    void keycloaksOwnPlacesStay() throws IOException {
        String own = "${CLAIM.email} ${ATTRIBUTE.email} ${role_default-roles}";
        assertThat(realms(own).filled("sample")).isEqualTo(own);
    }

    @Test
    void filledRealmsAreForTheirOwnerOnly() throws IOException {
        Path target = folder.resolve("import");
        RealmFiles realms = realms("{}");
        realms.writeTo(target);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("sample-realm.json"))))
                .isEqualTo("rw-------");
        realms.removeFrom(target);
        assertThat(target).isEmptyDirectory();
    }
}

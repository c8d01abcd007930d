package org.safercommunities.portal.devtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private final Path checkout = Path.of("/checkout");

    @Test
    void defaultsAreThoseOfTheContract() {
        Settings settings = Settings.of(Map.of(), checkout);
        assertThat(settings.portalUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.keycloakUrl()).isEqualTo("http://localhost:8180");
        assertThat(settings.data()).isEqualTo(checkout.resolve(".portal"));
        assertThat(settings.demo()).isTrue();
        assertThat(settings.needsOwnDatabase()).isTrue();
        assertThat(settings.needsMailSink()).isTrue();
    }

    @Test
    void aVariableThatMakesNoSenseIsNamed() {
        assertThatThrownBy(() -> Settings.of(Map.of("PORTAL_PORT", "eighty"), checkout))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("PORTAL_PORT")
                .hasMessageContaining("eighty");
        assertThatThrownBy(() -> Settings.of(Map.of("PORTAL_DEMO", "yes"), checkout))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("PORTAL_DEMO");
    }

    @Test
    void aTakenPortIsNamedTogetherWithTheVariableThatChangesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings settings = Settings.of(
                    Map.of(
                            "PORTAL_KEYCLOAK_PORT",
                            String.valueOf(taken.getLocalPort()),
                            "PORTAL_PORT",
                            String.valueOf(Ports.free())),
                    checkout);
            assertThatThrownBy(settings::checkPorts)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("Keycloak")
                    .hasMessageContaining("PORTAL_KEYCLOAK_PORT=");
        }
    }

    @Test
    void portalAndKeycloakCannotShareAPort() {
        String port = String.valueOf(Ports.free());
        Settings settings = Settings.of(Map.of("PORTAL_PORT", port, "PORTAL_KEYCLOAK_PORT", port), checkout);
        assertThatThrownBy(settings::checkPorts).isInstanceOf(Refusal.class).hasMessageContaining("must differ");
    }

    @Test
    void aSecondRunOnTheSameDataIsRefused(@TempDir Path data) {
        Settings settings = Settings.of(Map.of("PORTAL_DATA", data.toString()), checkout);
        try (FolderLock first = FolderLock.tryLock(data).orElseThrow();
                Progress progress = new Progress(System.out);
                Installation second = new Installation(settings, progress, "")) {
            assertThat(first.folder()).isEqualTo(data);
            assertThatThrownBy(second::start)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("already runs")
                    .hasMessageContaining("PORTAL_DATA");
        }
    }
}

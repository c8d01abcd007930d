package org.safercommunities.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

class SecretFilesTest {

    @TempDir
    private Path folder;

    private final MockEnvironment environment = new MockEnvironment();

    private void process() {
        new SecretFiles().postProcessEnvironment(environment, new SpringApplication());
    }

    @Test
    void everySecretMayComeFromAFileAndIsAsItStandsThere() throws IOException {
        for (String secret : SecretFiles.SECRETS) {
            environment.setProperty(
                    secret + "_FILE",
                    Files.writeString(folder.resolve(secret), " of %s$ \n".formatted(secret))
                            .toString());
        }
        process();
        assertThat(SecretFiles.SECRETS)
                .allSatisfy(
                        secret -> assertThat(environment.getProperty(secret)).isEqualTo(" of %s$ ".formatted(secret)));
    }

    /** One that is added to the settings is one here too. */
    @Test
    void theyAreAllTheSecretsThatTheSettingsKnow() throws IOException {
        assertThat(Pattern.compile("\\$\\{(PORTAL_\\w*(?:PASSWORD|SECRET|TOKEN))[:}]")
                        .matcher(Files.readString(Path.of("src/main/resources/application.yaml")))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(SecretFiles.SECRETS);
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        environment.setProperty(
                "PORTAL_DB_PASSWORD_FILE", folder.resolve("none").toString());
        assertThatThrownBy(this::process).hasMessageContaining("PORTAL_DB_PASSWORD_FILE cannot be read");
    }

    @Test
    void bothAtOnceStopItToo() throws IOException {
        environment.setProperty("PORTAL_DB_PASSWORD", "one");
        environment.setProperty(
                "PORTAL_DB_PASSWORD_FILE",
                Files.writeString(folder.resolve("other"), "other").toString());
        assertThatThrownBy(this::process).hasMessageContaining("not both");
    }

    @Test
    void springKnowsOfIt() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(
                                org.springframework.boot.EnvironmentPostProcessor.class,
                                // Others of the framework's own want more than this gives them
                                SpringFactoriesLoader.FailureHandler.handleMessage((message, failure) -> {})))
                .hasAtLeastOneElementOfType(SecretFiles.class);
    }
}

package org.safercommunities.portal.devtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What can be said of {@code docker/} without a container: the parts fit together. */
class DockerFilesTest {

    private static final Path DOCKER = Path.of("docker");

    private static String read(String name) throws IOException {
        return Files.readString(DOCKER.resolve(name));
    }

    @Test
    void noKeyOfTheCompositionIsSaidTwice() throws IOException {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        Map<String, Map<String, ?>> composition = new Yaml(strict).load(read("compose.yaml"));
        assertThat(composition.get("services").keySet()).containsOnly("proxy", "portal", "keycloak", "database");
    }

    @Test
    void theExampleNamesEveryVariableAndNoOther() throws IOException {
        assertThat(Pattern.compile("(?m)^([A-Z_]+)=")
                        .matcher(read(".env.example"))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(Pattern.compile("\\$\\{([A-Z_]+)")
                        .matcher(read("compose.yaml"))
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .toList());
    }

    @Test
    void whatTheImagesCopyIsThere() throws IOException {
        assertThat(Pattern.compile("(?m)^COPY ([a-z.][^ ]*) ")
                        .matcher(read("Dockerfile"))
                        .results()
                        .map((MatchResult found) -> Path.of(found.group(1))))
                .hasSizeGreaterThan(4)
                .allSatisfy(source -> assertThat(source).exists());
    }

    @Test
    void keycloakIsTheOneThatTheTestsRun() throws IOException {
        String version = Pattern.compile("<keycloak.version>([^<]+)")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(Pattern.compile("FROM keycloak/keycloak:(\\S+)")
                        .matcher(read("Dockerfile"))
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .containsOnly(version);
    }
}

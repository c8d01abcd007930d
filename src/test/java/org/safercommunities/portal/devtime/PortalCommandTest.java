package org.safercommunities.portal.devtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script in front of Java: what it finds on a machine, and what it says when it finds nothing. */
class PortalCommandTest {

    @TempDir
    private Path machine;

    private record Answer(int status, String out, String err) {}

    private Path jdk(String version) throws IOException {
        Path home = Files.createDirectories(machine.resolve("jdk-" + version));
        Files.createDirectories(home.resolve("bin"));
        for (String program : new String[] {"java", "javac"}) {
            Path file = Files.createFile(home.resolve("bin").resolve(program));
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Answer portal(String javaHome, String folders, String... arguments)
            throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of("portal").toAbsolutePath().toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", javaHome);
        builder.environment().put("PORTAL_JDK_FOLDERS", folders);
        // Tools, but no javac
        Path tools = Files.createDirectories(machine.resolve("tools"));
        for (String tool : new String[] {"bash", "env", "dirname", "readlink", "uname", "cat"}) {
            Path link = tools.resolve(tool);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, Path.of("/usr/bin", tool));
            }
        }
        builder.environment().put("PATH", tools.toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out.strip(), err);
    }

    @Test
    void javaHomeIsTakenWhenItIsNewEnough() throws IOException, InterruptedException {
        Path newer = jdk("26-ea");
        assertThat(portal(newer.toString(), jdk("25.0.1").toString(), "jdk").out())
                .isEqualTo(newer.toString());
    }

    @Test
    void anOlderJavaHomeDoesNotHideANewerJdkElsewhere() throws IOException, InterruptedException {
        Path wanted = jdk("25.0.1+9");
        String folders = jdk("21.0.5") + " " + wanted;
        assertThat(portal(jdk("17.0.15").toString(), folders, "jdk").out()).isEqualTo(wanted.toString());
    }

    @Test
    void withoutANewEnoughJdkItSaysWhatToInstall() throws IOException, InterruptedException {
        Answer answer = portal("", jdk("1.8.0_402") + " " + jdk("21.0.5"), "start");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).contains("JDK 25", "jdk-21.0.5 is 21", "Install");
    }

    @Test
    void withoutMavenItSaysSo() throws IOException, InterruptedException {
        Answer answer = portal(jdk("25.0.1").toString(), "", "test");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).contains("Maven 3.8.7", "PATH");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheKnownOnes() throws IOException, InterruptedException {
        Answer answer = portal("", "", "stat");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("“stat”");
    }
}

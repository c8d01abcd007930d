package org.safercommunities.portal.devtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
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

    /** A checkout in which everything is built, and a JDK whose {@code java} says how it was called. */
    private Path builtCheckout() throws IOException {
        Path checkout = Files.createDirectories(machine.resolve("Prüfung mit Leerzeichen"));
        Path command = Files.copy(Path.of("portal"), checkout.resolve("portal"), StandardCopyOption.COPY_ATTRIBUTES);
        Path run = Files.createDirectories(checkout.resolve("target/run"));
        Files.writeString(run.resolve("portal.jar"), "built");
        Files.writeString(run.resolve("keycloak.archive"), command.toString());
        for (String list : new String[] {"runtime.classpath", "test.classpath"}) {
            Files.writeString(run.resolve(list), "libraries");
        }
        Files.writeString(
                jdk("25.0.2").resolve("bin/java"),
                "#!/bin/bash\nprintf '%s\\n' \"data=${PORTAL_DATA:-}\" \"locale=$LC_ALL\" \"last=${@: -1}\"\n");
        return checkout;
    }

    private Answer portal(String javaHome, String folders, String... arguments)
            throws IOException, InterruptedException {
        return portal(Path.of("portal").toAbsolutePath(), Map.of(), javaHome, folders, arguments);
    }

    private Answer portal(
            Path script, Map<String, String> variables, String javaHome, String folders, String... arguments)
            throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = script.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command).directory(machine.toFile());
        builder.environment().putAll(variables);
        builder.environment().put("JAVA_HOME", javaHome);
        builder.environment().put("PORTAL_JDK_FOLDERS", folders);
        // Tools, but no javac
        Path tools = Files.createDirectories(machine.resolve("tools"));
        for (String tool : new String[] {"bash", "env", "dirname", "readlink", "uname", "cat", "find"}) {
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
    void pathsAreThoseOfWhoeverCalls() throws IOException, InterruptedException {
        Path script = builtCheckout().resolve("portal");
        String java = machine.resolve("jdk-25.0.2").toString();
        assertThat(portal(script, Map.of("PORTAL_DATA", "some data"), java, "", "start")
                        .out())
                .contains("data=" + machine.resolve("some data"));
        assertThat(portal(script, Map.of("PORTAL_DATA", "/srv/x"), java, "", "start")
                        .out())
                .contains("data=/srv/x");
        assertThat(portal(script, Map.of(), java, "", "import", "my papers").out())
                .contains("last=" + machine.resolve("my papers"));
        assertThat(portal(script, Map.of(), java, "", "import", "papers", "--metadata", "a list.csv")
                        .out())
                .contains("last=" + machine.resolve("a list.csv"));
        assertThat(portal(script, Map.of(), java, "", "import", "papers", "--name", "a name")
                        .out())
                .contains("last=a name");
        assertThat(portal(script, Map.of(), java, "", "audit", "verify", "--heads", "kept heads.jsonl")
                        .out())
                .contains("last=" + machine.resolve("kept heads.jsonl"));
    }

    @Test
    void javaSpeaksUtf8WhateverTheMachineSays() throws IOException, InterruptedException {
        Path script = builtCheckout().resolve("portal");
        String java = machine.resolve("jdk-25.0.2").toString();
        assertThat(portal(script, Map.of("LC_ALL", "POSIX"), java, "", "start").out())
                .contains("locale=C.UTF-8", "data=\n");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheKnownOnes() throws IOException, InterruptedException {
        Answer answer = portal("", "", "stat");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("“stat”");
    }
}

package org.safercommunities.portal.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine, also those that only root has on its path. */
public final class Programs {

    private Programs() {}

    /** Without it there is nothing to measure. */
    public static final class Missing extends IOException {

        private static final long serialVersionUID = 1;

        Missing(String message) {
            super(message);
        }
    }

    public static Optional<String> find(String name) {
        Stream<String> folders = Stream.concat(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin", "/sbin"));
        return folders.map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** @throws Missing when it is not there, saying what to install */
    public static String need(String name, String debianPackage) throws Missing {
        return find(name)
                .orElseThrow(() -> new Missing("%s is not there: apt-get install %s".formatted(name, debianPackage)));
    }
}

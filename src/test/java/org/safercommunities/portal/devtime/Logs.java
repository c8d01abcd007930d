package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Log files of the services. */
final class Logs {

    private static final int LOOKED_AT = 400;
    private static final int SHOWN = 12;
    private static final int WIDTH = 300;

    private Logs() {}

    /** The end of a log without the inner parts of stack traces, for a person who wants to know what is wrong. */
    static String trouble(Path log) {
        List<String> telling = tail(log, LOOKED_AT)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\t"))
                .filter(line -> !line.contains(" DEBUG ") && !line.contains(" INFO "))
                .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) + " …" : line)
                .toList();
        return String.join("\n", telling.subList(Math.max(0, telling.size() - SHOWN), telling.size()));
    }

    /** The last lines of a log, or a word that there is none. */
    static String tail(Path log, int lines) {
        try {
            List<String> all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}

package org.safercommunities.portal.bench.bulletin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The processor's time that processes take for a mail: comparable even when the machine has other work. */
final class Spent {

    /** Of Linux: a hundredth of a second. */
    private static final double TICKS = 100;

    private final Map<String, ProcessHandle> processes;
    private final Map<String, Duration> before;

    /** From now on. */
    Spent(Map<String, ProcessHandle> processes) {
        this.processes = processes;
        this.before = now();
    }

    /** Milliseconds since then for each of so many mails. */
    Map<String, Double> each(int mails) {
        Map<String, Double> each = new LinkedHashMap<>();
        now().forEach((who, time) -> each.put(who, time.minus(before.get(who)).toNanos() / 1e6 / mails));
        return each;
    }

    static String words(Map<String, Double> each) {
        return each.entrySet().stream()
                .map(one -> String.format(Locale.UK, "%s %.2f ms", one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }

    private Map<String, Duration> now() {
        Map<String, Duration> now = new LinkedHashMap<>();
        processes.forEach(
                (who, process) -> now.put(who, process.info().totalCpuDuration().orElse(Duration.ZERO)));
        return now;
    }

    /** What processes that have ended took which this one had started, in seconds. */
    static double byChildren() throws IOException {
        String line = Files.readString(Path.of("/proc/self/stat"));
        // Behind the name, which may hold spaces; cutime and cstime of proc(5)
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
    }
}

package org.safercommunities.portal.bench.booking;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the processors' time goes: comparable between runs even when the machine has other work. */
final class CpuTime {

    private final Map<String, Duration> spent = new LinkedHashMap<>();
    private final Map<String, Duration> before = new LinkedHashMap<>();
    private int bookings;

    void begin(TwoPortals portals) {
        before.clear();
        before.putAll(now(portals));
    }

    void end(TwoPortals portals, int booked) {
        now(portals)
                .forEach((who, time) ->
                        spent.merge(who, time.minus(before.getOrDefault(who, Duration.ZERO)), Duration::plus));
        bookings += booked;
    }

    private static Map<String, Duration> now(TwoPortals portals) {
        Map<String, Duration> now = new LinkedHashMap<>();
        portals.processes()
                .forEach((who, process) ->
                        now.merge(who, process.info().totalCpuDuration().orElse(Duration.ZERO), Duration::plus));
        return now;
    }

    @Override
    public String toString() {
        return spent.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %.1f ms",
                        entry.getKey(),
                        entry.getValue().toNanos() / 1e6 / Math.max(1, bookings)))
                .collect(Collectors.joining(", "));
    }
}

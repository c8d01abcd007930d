package org.safercommunities.portal.bench.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was seen of the files of one kind. */
final class Tally {

    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> inWorker = new ArrayList<>();
    private final List<Double> without = new ArrayList<>();
    private final Map<String, Integer> failures = new TreeMap<>();

    /** @param took until the worker had answered, in seconds */
    void add(double took) {
        seconds.add(took);
    }

    /** Processor time for the same work in a worker and without one. */
    void compare(double secondsInWorker, double secondsWithout) {
        inWorker.add(secondsInWorker);
        without.add(secondsWithout);
    }

    void failed(String why) {
        failures.merge(why, 1, Integer::sum);
    }

    void add(Tally other) {
        seconds.addAll(other.seconds);
        inWorker.addAll(other.inWorker);
        without.addAll(other.without);
        other.failures.forEach((why, count) -> failures.merge(why, count, Integer::sum));
    }

    int files() {
        return seconds.size();
    }

    int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    String failures() {
        return failures.entrySet().stream()
                .map(why -> why.getValue() + " " + why.getKey())
                .collect(Collectors.joining(", "));
    }

    double percentile(int percent) {
        double[] sorted =
                seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** By the clock, one file after the other. */
    double perMinute() {
        return 60 * seconds.size() / sum(seconds);
    }

    /** By processor time, so that other work on the machine hardly counts; not a number when it is not known of any file. */
    double perProcessorMinute() {
        return 60 * inWorker.size() / sum(inWorker);
    }

    double perProcessorMinuteWithout() {
        return 60 * without.size() / sum(without);
    }

    /** How much more processor time the same files took in a worker. */
    double costOfWorker() {
        return sum(inWorker) / sum(without);
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }
}

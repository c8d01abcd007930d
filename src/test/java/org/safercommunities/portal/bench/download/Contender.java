package org.safercommunities.portal.bench.download;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import org.safercommunities.portal.bench.Cpu;

/** One that hands the file out, and what was seen of it. */
final class Contender {

    /** What a reader asks with: its token, which is renewed on the way. */
    @FunctionalInterface
    interface Headers {
        String of(int reader) throws IOException;
    }

    private final int port;
    private final ProcessHandle process;
    private final String path;
    private final Headers headers;
    private final List<Double> megabytesPerSecond = new ArrayList<>();
    private final List<Double> firstBytes = new ArrayList<>();
    private double bytes;
    private double ofServer;
    private double ofClient;
    private double seconds;
    private double ofCall;

    Contender(int port, ProcessHandle process, String path, Headers headers) {
        this.port = port;
        this.process = process;
        this.path = path;
        this.headers = headers;
    }

    String sha256() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Taker taker = new Taker(port)) {
            taker.take(path, headers.of(0), digest);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Until the first byte of all, one after the other and nothing else going on; each is broken off then. In milliseconds. */
    double[] alone(int times) throws IOException {
        double[] all = new double[times];
        Duration before = Cpu.spentBy(process);
        for (int i = 0; i < times; i++) {
            try (Taker taker = new Taker(port)) {
                all[i] = taker.firstByte(path, headers.of(i)) / 1e6;
            }
        }
        ofCall = Cpu.spentBy(process).minus(before).toNanos() / 1e6 / times;
        return all;
    }

    void warmUp(int readers, int times) throws Exception {
        round(readers, times);
        megabytesPerSecond.clear();
        firstBytes.clear();
        bytes = 0;
        ofServer = 0;
        ofClient = 0;
        seconds = 0;
    }

    /** All readers at once, each so many times. */
    void round(int readers, int times) throws Exception {
        List<String> asking = new ArrayList<>();
        for (int reader = 0; reader < readers; reader++) {
            asking.add(headers.of(reader));
        }
        double server = Cpu.spentBy(process).toNanos() / 1e9;
        double client = Cpu.own();
        long began = System.nanoTime();
        List<Taker.Taken> all = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(readers)) {
            List<Future<List<Taker.Taken>>> each = asking.stream()
                    .map(with -> crowd.submit(() -> takes(with, times)))
                    .toList();
            for (Future<List<Taker.Taken>> one : each) {
                all.addAll(one.get());
            }
        }
        double took = (System.nanoTime() - began) / 1e9;
        ofServer += Cpu.spentBy(process).toNanos() / 1e9 - server;
        ofClient += Cpu.own() - client;
        seconds += took;
        double sum = all.stream().mapToLong(Taker.Taken::bytes).sum();
        bytes += sum;
        megabytesPerSecond.add(sum / took / 1e6);
        all.forEach(taken -> firstBytes.add(taken.firstByte() / 1e6));
    }

    private List<Taker.Taken> takes(String with, int times) throws IOException {
        List<Taker.Taken> all = new ArrayList<>();
        try (Taker taker = new Taker(port)) {
            for (int i = 0; i < times; i++) {
                all.add(taker.take(path, with));
            }
        }
        return all;
    }

    double best() {
        return megabytesPerSecond.stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NaN);
    }

    double median() {
        return middle(megabytesPerSecond.stream().mapToDouble(Double::doubleValue));
    }

    /** In milliseconds, among the others. */
    double firstByte() {
        return middle(firstBytes.stream().mapToDouble(Double::doubleValue));
    }

    double slowestFirstByte() {
        return firstBytes.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** Seconds of a processor. */
    double ofServerPerGigabyte() {
        return ofServer / (bytes / 1e9);
    }

    /** Of the server for a call alone, with as many bytes as the kernel takes at once, in milliseconds. */
    double ofCall() {
        return ofCall;
    }

    double ofClientPerGigabyte() {
        return ofClient / (bytes / 1e9);
    }

    /** How many processors the client kept busy. */
    double clientProcessors() {
        return ofClient / seconds;
    }

    static double middle(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted.length == 0 ? Double.NaN : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}

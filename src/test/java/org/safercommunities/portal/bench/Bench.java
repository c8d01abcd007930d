package org.safercommunities.portal.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.safercommunities.portal.audit.AuditBench;
import org.safercommunities.portal.bench.booking.BookingBench;
import org.safercommunities.portal.bench.bulletin.BulletinBench;
import org.safercommunities.portal.bench.download.DownloadBench;
import org.safercommunities.portal.bench.extract.ExtractBench;
import org.safercommunities.portal.bench.upload.UploadBench;
import org.safercommunities.portal.bulletins.PostboxBench;
import org.safercommunities.portal.bulletins.drawing.BulletinLookBench;

/** Runs a benchmark by its name. */
public final class Bench {

    /** Name on the command line, and what it runs. */
    private static final Map<String, Supplier<Benchmark>> BENCHMARKS = new TreeMap<>(Map.ofEntries(
            Map.entry("access", AccessBench::new),
            Map.entry("audit", AuditBench::new),
            Map.entry("booking", BookingBench::new),
            Map.entry("bulletin", BulletinBench::new),
            Map.entry("bulletin-look", BulletinLookBench::new),
            Map.entry("bulletin-postbox", PostboxBench::new),
            Map.entry("download", DownloadBench::new),
            Map.entry("extract", ExtractBench::new),
            Map.entry("search", SearchBench::new),
            Map.entry("upload", UploadBench::new),
            Map.entry("zip", ZipBench::new)));

    private Bench() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.out.println(
                    "Benchmarks: " + String.join(", ", BENCHMARKS.keySet()) + ". Run one: ./portal bench NAME");
            return;
        }
        Supplier<Benchmark> chosen = BENCHMARKS.get(arguments[0]);
        if (chosen == null) {
            System.err.println("There is no benchmark “" + arguments[0] + "”; there are: " + BENCHMARKS.keySet());
            System.exit(2);
            return;
        }
        // Services and pools may have left threads behind, so that it would not end by itself
        try {
            chosen.get().run(List.of(arguments).subList(1, arguments.length));
            System.exit(0);
        } catch (Programs.Missing missing) {
            System.err.println("Not measured: " + missing.getMessage());
            System.exit(1);
        } catch (Exception | Error failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }
}

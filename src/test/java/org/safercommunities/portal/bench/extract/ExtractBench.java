package org.safercommunities.portal.bench.extract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.safercommunities.portal.bench.Benchmark;
import org.safercommunities.portal.bench.LoadAverage;
import org.safercommunities.portal.bench.Results;
import org.safercommunities.portal.storage.Blobs;
import org.safercommunities.portal.storage.FolderBlobs;
import org.safercommunities.portal.storage.StorageFolders;
import org.safercommunities.portal.storage.worker.ReadingWithoutWorker;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/**
 * {@code ./portal bench extract [FOLDER | files of each kind]}: how many files a minute and a processor the workers read, and draw
 * the first page of, against the same done without a worker. Of the files of a folder, or of generated ones.
 */
public final class ExtractBench implements Benchmark {

    private static final int OF_EACH_KIND = 30;
    private static final int FEW = 100;
    private static final long SEED = 20260314;

    private final int processors = Runtime.getRuntime().availableProcessors();

    @Override
    public void run(List<String> arguments) throws Exception {
        String argument = arguments.isEmpty() ? Integer.toString(OF_EACH_KIND) : arguments.getFirst();
        boolean generated = argument.matches("\\d+");
        Path work = Files.createTempDirectory("extract-bench-");
        try {
            Path folder = generated ? Files.createDirectories(work.resolve("generated")) : Path.of(argument);
            if (generated) {
                System.out.println("Making the files …");
                new GeneratedFiles(folder, SEED).make(Integer.parseInt(argument));
            }
            measure(folder, work, generated);
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    /** The folder is named nowhere: it is not part of the project. */
    private void measure(Path folder, Path work, boolean generated) throws Exception {
        StorageFolders folders = StorageFolders.in(work);
        Blobs blobs = new FolderBlobs(folders.files(), DataSize.ofGigabytes(5), DataSize.ofMegabytes(100));
        ReadingWithoutWorker without = new ReadingWithoutWorker();
        TextOfFiles text = new TextOfFiles(blobs, folders, without);
        Results.Part part = new Results.Part();
        Results results;
        try (LoadAverage load = new LoadAverage()) {
            Map<String, Tally> tallies = text.read(folder);
            int files = text.files().size();
            results = new Results("extract", "Reading files", files >= FEW);
            double atOnce = text.readAtOnce(processors);
            part.say("%s %s", of(generated, files), circumstances(load));
            part.say("");
            table(part, "read", tallies);
            part.say("");
            part.say(
                    "By the clock, %d workers at once: %.0f files a minute, %.0f each, %.2f of what one worker alone reads.",
                    processors,
                    60 * files / atOnce,
                    60 * files / atOnce / processors,
                    60 * files / atOnce / processors / all(tallies).perMinute());
        }
        part.say("");
        part.say(
                "A worker comes after all others (`nice`), has 256 MB, and Java’s quick compiler only. Its processor time has in it what Java"
                        + " compiles and clears away, and the start of one in place of another. Without one, the limit: the same classes read"
                        + " the same files on a thread of the process that measures, and only that thread counts.");
        results.keep("Text of " + (generated ? "generated files" : "files of others"), part);
        part = new Results.Part();
        try (LoadAverage load = new LoadAverage()) {
            PagesOfFiles pages = new PagesOfFiles(blobs, folders, without);
            Map<String, Tally> tallies = pages.draw(text.files());
            part.say(
                    "The first page, 416 pixels wide, of the same files but %d whose kinds have no pages. %s",
                    pages.withoutPages(), circumstances(load));
            part.say("Pages of Office files are made by LibreOffice, which is a process of its own either way.");
            part.say("");
            table(part, "drawn", tallies);
        }
        results.keep("Previews of " + (generated ? "generated files" : "files of others"), part);
    }

    private static String of(boolean generated, int files) {
        return generated
                ? "%,d generated files, as long as honest ones are: a report of some 12 pages, a workbook of 1,000 rows."
                        .formatted(files)
                : "%,d files of other projects, of every kind and many of them broken on purpose.".formatted(files);
    }

    private String circumstances(LoadAverage load) {
        return "%s; %d processors, one worker at work, one file after the other. Load of the machine: %s."
                .formatted(LocalDate.now(), processors, load);
    }

    private static void table(Results.Part part, String done, Map<String, Tally> tallies) {
        part.say(
                "| kind | files | %s | not, and why | median s | p95 s | files a minute | files a minute of a processor | without a worker | processor time in a worker / without |",
                done);
        part.say("|---|---|---|---|---|---|---|---|---|---|");
        tallies.forEach((kind, tally) -> row(part, kind, tally));
        row(part, "**all**", all(tallies));
    }

    private static void row(Results.Part part, String kind, Tally tally) {
        boolean compared = !Double.isNaN(tally.costOfWorker());
        part.say(
                "| %s | %,d | %,d | %s | %.3f | %.3f | %s | %s | %s | %s |",
                kind,
                tally.files(),
                tally.files() - tally.failed(),
                tally.failures(),
                tally.percentile(50),
                tally.percentile(95),
                rate(tally.perMinute()),
                compared ? rate(tally.perProcessorMinute()) : "",
                compared ? rate(tally.perProcessorMinuteWithout()) : "",
                compared ? "**%.2f**".formatted(tally.costOfWorker()) : "");
    }

    /** Some kinds are done before the clock has moved. */
    private static String rate(double filesAMinute) {
        return Double.isInfinite(filesAMinute) ? "too quick to say" : "%.0f".formatted(filesAMinute);
    }

    private static Tally all(Map<String, Tally> tallies) {
        Tally all = new Tally();
        tallies.values().forEach(all::add);
        return all;
    }
}

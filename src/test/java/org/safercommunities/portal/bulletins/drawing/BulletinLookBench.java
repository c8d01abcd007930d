package org.safercommunities.portal.bulletins.drawing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safercommunities.portal.bench.Benchmark;
import org.safercommunities.portal.bench.LoadAverage;
import org.safercommunities.portal.bench.Results;

/**
 * Looks at random bulletins in a browser, 1,000 unless told otherwise: as narrow as a phone and as wide as a mail program. Then
 * compares some with what npm's mjml draws; the pictures are in target/bulletin-look.
 */
public final class BulletinLookBench implements Benchmark {

    private static final BulletinDrawing DRAWING = new BulletinDrawing(SampleIssues.PORTAL);
    private static final int COMPARED = 20;

    private final Results.Part report = new Results.Part();

    @Override
    public void run(List<String> arguments) throws Exception {
        int bulletins = arguments.isEmpty() ? 1_000 : Integer.parseInt(arguments.getFirst());
        report.say("`./portal bench bulletin-look %d`, %s.", bulletins, LocalDate.now());
        report.say("");
        try (BulletinLook look = new BulletinLook();
                LoadAverage load = new LoadAverage()) {
            for (int seed = 0; seed < bulletins; seed++) {
                checkRandom(look, seed);
            }
            report.say(
                    "%,d random bulletins at 320 and 600 px, light and dark by turns: axe finds nothing serious or critical, no script"
                            + " ran, none is too wide.",
                    bulletins);
            report.say("");
            beside(look);
            report.say("Load average: %s.", load);
        }
        new Results("bulletin-look", "How bulletins look").keep("Random bulletins, and npm's mjml", report);
    }

    private void beside(BulletinLook look) throws Exception {
        BesideMjml mjml;
        try {
            mjml = new BesideMjml();
        } catch (IOException missing) {
            report.say("Not compared with npm's mjml: %s.", missing.getMessage());
            return;
        }
        Map<String, Issue> issues = new LinkedHashMap<>();
        issues.put("december", SampleIssues.december());
        issues.put("everything", SampleIssues.everything());
        for (int seed = 0; seed < COMPARED; seed++) {
            issues.put("random " + seed, RandomBulletins.of(seed).issue());
        }
        int compared = 0;
        int alike = 0;
        List<String> unlike = new ArrayList<>();
        BesideMjml.Difference control = BesideMjml.Difference.NONE;
        for (Map.Entry<String, Issue> issue : issues.entrySet()) {
            String theirs = mjml.drawn(DRAWING.mjml(issue.getValue(), SampleIssues.FACTS));
            String ours = DRAWING.html(issue.getValue(), SampleIssues.FACTS);
            for (int width : List.of(320, 600)) {
                String name = issue.getKey().replace(' ', '-');
                Path one = look.picture(name + "-ours", ours, width, false);
                BesideMjml.Difference difference =
                        BesideMjml.between(one, look.picture(name + "-npm", theirs, width, false));
                compared++;
                if (difference.equals(BesideMjml.Difference.NONE)) {
                    alike++;
                } else {
                    unlike.add("- %s at %d px: %s".formatted(issue.getKey(), width, difference));
                }
                control =
                        BesideMjml.between(one, look.picture("control", ours.replace("Dear ", "Deer "), width, false));
            }
        }
        report.say(
                "Of %d pictures of %d bulletins at 320 and 600 px, %d are to the pixel what npm's mjml %s draws from the same MJML.",
                compared, issues.size(), alike, mjml.version());
        unlike.forEach(line -> report.say("%s", line));
        report.say("For control, one with a letter changed: %s.", control);
        report.say("");
        if (control.equals(BesideMjml.Difference.NONE)) {
            throw new IllegalStateException("the comparison sees nothing");
        }
    }

    /** At one width and in one scheme, by turns, so that all four meet every kind of block often. */
    static void checkRandom(BulletinLook look, int seed) {
        String html = DRAWING.html(RandomBulletins.of(seed).issue(), SampleIssues.FACTS);
        look.check("random " + seed, html, seed % 2 == 0 ? 320 : 600, seed / 2 % 2 == 0);
    }
}

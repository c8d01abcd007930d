package org.safercommunities.portal.bulletins.drawing;

import java.util.List;
import org.safercommunities.portal.bench.Benchmark;

/** Looks at random bulletins in a browser, 1,000 unless told otherwise: as narrow as a phone and as wide as a mail program. */
public final class BulletinLookBench implements Benchmark {

    private static final BulletinDrawing DRAWING = new BulletinDrawing(SampleIssues.PORTAL);

    @Override
    public void run(List<String> arguments) {
        int bulletins = arguments.isEmpty() ? 1_000 : Integer.parseInt(arguments.getFirst());
        try (BulletinLook look = new BulletinLook()) {
            for (int seed = 0; seed < bulletins; seed++) {
                checkRandom(look, seed);
            }
        }
        System.out.printf(
                "%,d random bulletins at 320 and 600 px, light and dark by turns: nothing serious or critical, none too wide%n",
                bulletins);
    }

    /** At one width and in one scheme, by turns, so that all four meet every kind of block often. */
    static void checkRandom(BulletinLook look, int seed) {
        String html = DRAWING.html(RandomBulletins.of(seed).issue(), SampleIssues.FACTS);
        look.check("random " + seed, html, seed % 2 == 0 ? 320 : 600, seed / 2 % 2 == 0);
    }
}

package org.safercommunities.portal.bulletins.drawing;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safercommunities.portal.support.Pictures;

/** Bulletins in a real browser, as wide as a phone and as a mail program, light and dark. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulletinAxeIT {

    private static final BulletinDrawing DRAWING = new BulletinDrawing(SampleIssues.PORTAL);

    /** More of them for whoever has the time: {@code -Dbulletins=1000}. */
    private static final int RANDOM = Integer.getInteger("bulletins", 50);

    private final BulletinLook look = new BulletinLook();

    @AfterAll
    void close() {
        look.close();
    }

    @ParameterizedTest
    @CsvSource({"320,false", "320,true", "600,false", "600,true"})
    void whatEditorsWriteIsAccessibleAndFitsTheScreen(int width, boolean dark) {
        Map<String, Issue> samples =
                Map.of("december", SampleIssues.december(), "everything", SampleIssues.everything());
        samples.forEach((name, issue) -> {
            String html = DRAWING.html(issue, SampleIssues.FACTS);
            if (Pictures.wanted()) {
                look.picture(name, html, width, dark);
            }
            look.check(name, html, width, dark);
        });
    }

    @Test
    void whateverIsWrittenIsAccessibleAndFitsTheScreen() {
        for (int seed = 0; seed < RANDOM; seed++) {
            BulletinLookBench.checkRandom(look, seed);
        }
    }
}

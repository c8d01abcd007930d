package org.safercommunities.portal.bulletins.drawing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.notifications.MailColour;
import org.safercommunities.portal.shared.Dates;
import org.springframework.stereotype.Component;

/** What is still wrong with a bulletin before it is sent, and how to mend it. Editors set no colours, so none can be too pale. */
@Component
public class BulletinChecks {

    /** Characters of a subject beyond which no mail program shows it. */
    public static final int LONGEST_SUBJECT = 120;

    private static final double ENOUGH_CONTRAST = 4.5;

    /** Words by what is behind them, wherever a bulletin has any. */
    private static final Map<MailColour, Set<MailColour>> WORDS_ON = Map.of(
            MailColour.BAND, Set.of(MailColour.ON_BAND, MailColour.QUIET_ON_BAND),
            MailColour.SHEET, Set.of(MailColour.INK, MailColour.QUIET, MailColour.LINK),
            MailColour.PANEL, Set.of(MailColour.INK, MailColour.LINK),
            MailColour.FOOT, Set.of(MailColour.QUIET, MailColour.LINK),
            MailColour.BUTTON, Set.of(MailColour.ON_BUTTON),
            MailColour.SENSITIVE, Set.of(MailColour.ON_SENSITIVE));

    private final BulletinDrawing drawing;
    private final Clock clock;

    public BulletinChecks(BulletinDrawing drawing, Clock clock) {
        this.drawing = drawing;
        this.clock = clock;
    }

    /** @param facts as the editor sees them who sends it */
    public BulletinReport of(Issue issue, BlockFacts facts) {
        Findings findings = new Findings();
        String html = drawing.html(issue, facts);
        int size = html.getBytes(StandardCharsets.UTF_8).length;
        double contrast = leastContrast();
        whole(issue, findings);
        drawn(html, drawing.text(issue, facts), size, contrast, findings);
        List<Block> blocks = issue.blocks().list();
        BlockChecks ofBlocks = new BlockChecks(blocks, facts, LocalDate.now(clock.withZone(Dates.KENT)), findings);
        LinkChecks ofLinks = new LinkChecks(facts, drawing.portal(), findings);
        int links = 0;
        for (int number = 1; number <= blocks.size(); number++) {
            Block block = blocks.get(number - 1);
            findings.about(number, block);
            ofBlocks.check(number, block);
            List<Markdown.Typed> typed = PortalLinks.typed(block);
            typed.forEach(ofLinks::check);
            links += typed.size();
        }
        return new BulletinReport(findings.all(), links, size, contrast);
    }

    private static void whole(Issue issue, Findings findings) {
        if (issue.subject().isBlank()) {
            findings.stop("The subject is empty", "Say in a few words what is in this issue");
        }
        if (issue.subject().length() > LONGEST_SUBJECT) {
            findings.warn(
                    "The subject has %d characters".formatted(issue.subject().length()),
                    "Shorten it: mail programs show up to %d, phones about 40".formatted(LONGEST_SUBJECT));
        }
        if (issue.title().isBlank()) {
            findings.stop("The title is empty", "Enter the heading that stands over the bulletin");
        }
        if (issue.blocks().isEmpty()) {
            findings.stop("There is nothing in it", "Add a block");
        }
    }

    private static void drawn(String html, String text, int size, double contrast, Findings findings) {
        if (size > BulletinReport.LARGEST) {
            findings.warn(
                    "The bulletin has %d KB".formatted(Math.ceilDiv(size, 1024)),
                    "Shorten it: Gmail cuts off whatever is beyond 102 KB");
        }
        if (contrast < ENOUGH_CONTRAST) {
            findings.stop(
                    "The contrast of the template is %.1f to 1".formatted(contrast),
                    "Tell the administrators: its colours must be changed");
        }
        Set<String> missing = words(seen(html));
        missing.removeAll(words(text));
        if (!missing.isEmpty()) {
            findings.stop(
                    "The plain text lacks “%s”".formatted(missing.iterator().next()),
                    "Tell the administrators: the two must say the same");
        }
    }

    /** What is read in the HTML, without what is repeated for the eye only. */
    private static String seen(String html) {
        Element body = Jsoup.parse(html).body();
        body.select("[aria-hidden=true], div[style*=display:none]").remove();
        return body.text();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static double leastContrast() {
        return WORDS_ON.entrySet().stream()
                .flatMap(behind -> behind.getValue().stream().map(words -> words.contrast(behind.getKey())))
                .min(Double::compare)
                .orElseThrow();
    }
}

package org.safercommunities.portal.bulletins.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.BlockType;
import org.safercommunities.portal.bulletins.Blocks;

/** Bulletins as nobody would write them, the same for the same seed. Every word of them is known, to be looked for. */
final class RandomBulletins {

    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\"><svg onload=alert(1)>",
            "[x](javascript:alert(1))",
            "![x](https://tracker.example/p.gif)",
            "</mj-text><mj-raw><script>alert(1)</script></mj-raw>",
            "<![CDATA[ ]]>",
            "&lt;script&gt; &amp; &#60;b&#62;",
            "<!-- <b> -->",
            "{{unsubscribe}} {{{name}}}",
            "%s %1$d $1 \\0",
            "kept-0-",
            "</td></table></div>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<style>*{display:none}</style>");

    private static final List<String> ADDRESSES = List.of(
            "https://example.org/a?b=1&c=(2)#d",
            "/library?q=a%20b",
            "mailto:team@kcst.example",
            "javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "//elsewhere.example",
            "https://",
            "https://example.org/\" onmouseover=\"alert(1)",
            "");

    private final Random random;
    private final List<String> words = new ArrayList<>();
    private int count;

    /** @param words each of which must be read in the bulletin */
    record Sample(Issue issue, List<String> words) {}

    private RandomBulletins(long seed) {
        this.random = new Random(seed);
    }

    static Sample of(long seed) {
        RandomBulletins bulletins = new RandomBulletins(seed);
        List<Block> blocks = new ArrayList<>();
        int size = bulletins.random.nextInt(25);
        for (int each = 0; each < size; each++) {
            blocks.add(bulletins.block());
        }
        Issue issue = new Issue(
                bulletins.line(), bulletins.kept(bulletins.line()), bulletins.kept("Team"), new Blocks(blocks));
        return new Sample(issue, List.copyOf(bulletins.words));
    }

    private Block block() {
        return switch (BlockType.values()[random.nextInt(BlockType.values().length)]) {
            case HEADING -> new Block.Heading(Block.newId(), kept(line()), 2 + random.nextInt(2));
            case TEXT -> new Block.Text(Block.newId(), markdown(), random.nextBoolean() ? "" : kept(line()));
            case IMAGE -> image();
            case DOCUMENT ->
                new Block.Document(
                        Block.newId(), random.nextBoolean() ? SampleIssues.GUIDANCE : SampleIssues.PACK, kept(lines()));
            case EVENT -> new Block.Event(Block.newId(), SampleIssues.CONFERENCE, kept(lines()));
            case LINK -> new Block.Link(Block.newId(), address(), kept(line()), kept(lines()));
            case QUOTE -> new Block.Quote(Block.newId(), kept(lines()), kept(line()));
            case BUTTON -> new Block.Button(Block.newId(), address(), kept(""));
            case DIVIDER -> new Block.Divider();
            case CONTENTS -> new Block.Contents();
            case SAVE_THE_DATE ->
                new Block.SaveTheDate(
                        Block.newId(), kept(line()), LocalDate.of(2027, 1 + random.nextInt(12), 3), kept(line()));
        };
    }

    private Block image() {
        boolean decorative = random.nextInt(4) == 0;
        return new Block.Image(
                Block.newId(), SampleIssues.STREET, decorative ? "" : kept(line()), decorative, address());
    }

    private String address() {
        return one(ADDRESSES);
    }

    private String markdown() {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(6);
        for (int part = 0; part < parts; part++) {
            text.append(
                    switch (random.nextInt(9)) {
                        case 0 -> "#".repeat(1 + random.nextInt(6)) + " " + word();
                        case 1 -> "- %s\n- **%s**\n    1. %s %s".formatted(word(), word(), word(), hostile());
                        case 2 -> "> %s\n> %s".formatted(word(), hostile());
                        case 3 ->
                            "[%s](<%s>) and [](%s)"
                                    .formatted(word(), address().replaceAll("[<>]", ""), "https://example.org");
                        case 4 -> "%s *%s* `%s`  \n%s".formatted(hostile(), word(), word(), word());
                        case 5 -> "```\n%s %s\n```".formatted(word(), hostile());
                        case 6 -> "#\n\n***\n\n" + word();
                        case 7 -> word() + "x".repeat(90);
                        default -> "%s\n%s %s".formatted(word(), hostile(), word());
                    });
            text.append("\n\n");
        }
        return text.toString();
    }

    private String line() {
        return random.nextInt(3) == 0 ? hostile() : "Åé “quoted” & <b>";
    }

    private String lines() {
        return line() + (random.nextBoolean() ? "\n\n" : "\n") + hostile();
    }

    private String kept(String text) {
        return word() + " " + text;
    }

    private String word() {
        String word = "word" + Integer.toString(1000 + count++, 36) + "end";
        words.add(word);
        return word;
    }

    private String hostile() {
        return one(HOSTILE);
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}

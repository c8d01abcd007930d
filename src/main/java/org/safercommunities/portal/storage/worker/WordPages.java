package org.safercommunities.portal.storage.worker;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The words of a file that has no pages of its own (a text, a table, an e-mail, a web page), set on pages of A4. Words and nothing
 * else: what a web page would run, fetch or hide is not there.
 */
final class WordPages {

    /** About 100 pages; the rest is in the file. */
    static final int MOST_CHARACTERS = 200_000;

    /** In points, as paper is measured. */
    private static final int PAGE_WIDTH = 595;

    private static final int PAGE_HEIGHT = 842;
    private static final int MARGIN = 56;
    private static final float SIZE = 11;
    private static final int LINE = 16;
    private static final int LINES = (PAGE_HEIGHT - 2 * MARGIN) / LINE;
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    /** The portal's own typeface, and one with more letters for words that it has not. */
    private static final String[] FONTS = {
        "/pdf/fonts/PublicSans-Regular.ttf", "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"
    };

    private final List<Font> fonts = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    WordPages(String text) throws IOException {
        for (String font : FONTS) {
            try (InputStream file = Objects.requireNonNull(WordPages.class.getResourceAsStream(font), font)) {
                fonts.add(Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(SIZE));
            } catch (FontFormatException broken) {
                throw new IOException(broken);
            }
        }
        for (String paragraph : text.isBlank() ? new String[0] : text.split("\n", -1)) {
            wrap(paragraph);
        }
    }

    int pages() {
        return (lines.size() + LINES - 1) / LINES;
    }

    /** @param page from 1 */
    BufferedImage draw(int page, int width) {
        double scale = width / (double) PAGE_WIDTH;
        BufferedImage image =
                new BufferedImage(width, (int) Math.round(PAGE_HEIGHT * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setColor(Color.BLACK);
        List<String> shown = lines.subList((page - 1) * LINES, Math.min(lines.size(), page * LINES));
        for (int line = 0; line < shown.size(); line++) {
            String words = shown.get(line);
            graphics.setFont(font(words));
            graphics.drawString(words, MARGIN, MARGIN + (line + 1) * LINE - 4);
        }
        graphics.dispose();
        return image;
    }

    private Font font(String words) {
        return fonts.stream()
                .filter(font -> font.canDisplayUpTo(words) < 0)
                .findFirst()
                .orElse(fonts.getLast());
    }

    private void wrap(String paragraph) {
        if (paragraph.isBlank()) {
            lines.add("");
            return;
        }
        Font font = font(paragraph);
        double room = PAGE_WIDTH - 2.0 * MARGIN;
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(font, longer) <= room) {
                line.append(line.isEmpty() ? "" : " ").append(word);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(broken(font, word, room));
        }
        lines.add(line.toString());
    }

    /** A word that is longer than a line, such as an address, goes on over several; what is left of it is returned. */
    private String broken(Font font, String word, double room) {
        String rest = word;
        while (width(font, rest) > room) {
            int fits = Math.max(1, (int) (rest.length() * room / width(font, rest)) - 1);
            if (Character.isHighSurrogate(rest.charAt(fits - 1)) && fits < rest.length()) {
                fits++;
            }
            lines.add(rest.substring(0, fits));
            rest = rest.substring(fits);
        }
        return rest;
    }

    private static double width(Font font, String words) {
        return font.getStringBounds(words, MEASURE).getWidth();
    }
}

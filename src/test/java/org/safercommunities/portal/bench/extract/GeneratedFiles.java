package org.safercommunities.portal.bench.extract;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.safercommunities.portal.bench.GeneratedThings;
import org.safercommunities.portal.demo.papers.Paper;
import org.safercommunities.portal.demo.papers.PaperForm;
import org.safercommunities.portal.demo.papers.PaperText;

/** Files as long as those that agencies send each other, about nothing. */
final class GeneratedFiles {

    private static final int WORDS_OF_TEXT = 3_000;

    private final GeneratedThings things;
    private final Random random;
    private final Path folder;

    GeneratedFiles(Path folder, long seed) {
        this.folder = folder;
        this.things = new GeneratedThings(seed);
        this.random = new Random(seed);
    }

    /** @param ofEachKind how many */
    void make(int ofEachKind) throws IOException {
        for (int number = 0; number < ofEachKind; number++) {
            keep("report", number, ".pdf", PaperForm.PDF.make(paper(24, 2)));
            keep("scan", number, ".pdf", PaperForm.SCAN.make(paper(6, 0)));
            keep("letter", number, ".docx", PaperForm.DOCX.make(paper(12, 1)));
            keep("figures", number, ".xlsx", PaperForm.XLSX.make(sheets(4, 250)));
            keep("slides", number, ".pptx", PaperForm.PPTX.make(paper(15, 1)));
            keep("notes", number, ".txt", bytes(things.text(WORDS_OF_TEXT)));
            keep("page", number, ".html", bytes(page()));
            keep("mail", number, ".eml", mail(PaperForm.PDF.make(paper(4, 0))));
            keep("photo", number, ".jpg", photo(4_000, 3_000));
            keep("poster", number, ".png", PaperForm.PNG.make(paper(3, 0)));
        }
    }

    private void keep(String name, int number, String ending, byte[] content) throws IOException {
        Files.write(folder.resolve(name + "-" + number + ending), content);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Half a page each section. */
    private Paper paper(int sections, int tables) {
        StringBuilder text = new StringBuilder();
        for (int section = 0; section < sections; section++) {
            text.append("## ").append(words(4)).append("\n\n");
            text.append(words(110)).append("\n\n");
            for (int item = 0; item < 4; item++) {
                text.append("- ").append(words(14)).append('\n');
            }
            text.append('\n');
            if (section < tables) {
                table(text, 12, 4);
            }
        }
        return paper(text.toString());
    }

    private Paper sheets(int sheets, int rows) {
        StringBuilder text = new StringBuilder();
        for (int sheet = 1; sheet <= sheets; sheet++) {
            text.append("## Sheet ").append(sheet).append("\n\n");
            table(text, rows, 8);
        }
        return paper(text.toString());
    }

    private void table(StringBuilder text, int rows, int columns) {
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column < columns; column++) {
                boolean words = row == 0 || column == 0;
                text.append("| ").append(words ? words(2) : Integer.toString(random.nextInt(90_000)));
                text.append(column == columns - 1 ? " |\n" : " ");
            }
        }
        text.append('\n');
    }

    private Paper paper(String text) {
        return new Paper(words(6), words(9), "An agency", "Version 1", "OFFICIAL", true, PaperText.blocks(text), text);
    }

    private String words(int count) {
        return things.text(count).replace(". ", " ").strip();
    }

    private String page() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=en><head><title>")
                .append(words(5))
                .append("</title><style>p { margin: 1em }</style></head><body>");
        for (int paragraph = 0; paragraph < 60; paragraph++) {
            page.append(paragraph % 6 == 0 ? "<h2>" + words(4) + "</h2>" : "");
            page.append("<p>")
                    .append(words(25))
                    .append(" <a href=\"https://example.org/")
                    .append(paragraph);
            page.append("\">")
                    .append(words(3))
                    .append("</a> ")
                    .append(words(22))
                    .append("</p>\n");
        }
        return page.append("</body></html>").toString();
    }

    private byte[] mail(byte[] attached) {
        String packed = Base64.getMimeEncoder().encodeToString(attached);
        return bytes("""
                From: A <a@agency.example>
                To: B <b@agency.example>
                Subject: %s
                Date: Tue, 3 Mar 2026 10:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="edge"

                --edge
                Content-Type: text/plain; charset=utf-8

                %s

                --edge
                Content-Type: application/pdf; name="report.pdf"
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment; filename="report.pdf"

                %s
                --edge--
                """.formatted(words(6), things.text(250).replace(". ", ".\n"), packed)
                .replace("\n", "\r\n"));
    }

    /** Soft shapes and the grain of a camera, so that it packs as a photograph does. */
    private byte[] photo(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        WritableRaster raster = picture.getRaster();
        double turn = 50 + random.nextInt(200);
        int[] line = new int[width * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int light = (int) (110 + 60 * Math.sin(x / turn) + 50 * Math.cos(y / (turn * 2)));
                int grain = random.nextInt(24);
                for (int colour = 0; colour < 3; colour++) {
                    line[x * 3 + colour] = Math.clamp(light + grain + colour * 9L, 0, 255);
                }
            }
            raster.setPixels(0, y, width, 1, line);
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", jpeg);
        return jpeg.toByteArray();
    }
}

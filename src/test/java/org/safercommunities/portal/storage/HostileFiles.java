package org.safercommunities.portal.storage;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

/** Small files that ask for far too much. */
public final class HostileFiles {

    private static final byte[] MEGABYTE_OF_BLANKS = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);

    /** Writes the bytes of one file in an archive. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    private HostileFiles() {}

    /** A page that draws a form ten times, which draws another ten times, and so on: a hundred thousand million in all. */
    static byte[] pdfWithoutEnd() {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDFormXObject inner = form(document, "BT (x) Tj ET ", null);
            for (int level = 0; level < 10; level++) {
                inner = form(document, "/X Do ".repeat(10), inner);
            }
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("X"), inner);
            page.setResources(resources);
            page.getCOSObject().setItem(COSName.CONTENTS, stream(document, "/X Do "));
            return saved(document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A page whose drawing commands are a gigabyte of one string, packed into a megabyte. */
    static byte[] pdfThatFillsTheMemory() {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            COSStream contents = document.getDocument().createCOSStream();
            contents.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            try (OutputStream raw = contents.createRawOutputStream();
                    OutputStream packed = new DeflaterOutputStream(raw, new Deflater(Deflater.BEST_SPEED))) {
                packed.write("BT (".getBytes(StandardCharsets.US_ASCII));
                byte[] letters = "x".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 1024; i++) {
                    packed.write(letters);
                }
                packed.write(") Tj ET".getBytes(StandardCharsets.US_ASCII));
            }
            page.getCOSObject().setItem(COSName.CONTENTS, contents);
            return saved(document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static byte[] pdf(int pages) {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            return saved(document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A Word file whose text is {@code megabytes} of blanks. */
    static byte[] wordBomb(int megabytes) {
        return word(out -> {
            out.write(wordStart());
            for (int i = 0; i < megabytes; i++) {
                out.write(MEGABYTE_OF_BLANKS);
            }
        });
    }

    /** A Word file with the "billion laughs". */
    static byte[] wordWithEntities() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            xml.append("<!ENTITY a").append(i).append(" \"");
            xml.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        xml.append("]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">")
                .append("<w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>");
        return word(out -> out.write(xml.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] word(Content document) {
        return zip(zip -> {
            entry(zip, "[Content_Types].xml", out -> out.write("""
                    <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
                    ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
                    """.strip().getBytes(StandardCharsets.UTF_8)));
            entry(zip, "_rels/.rels", out -> out.write("""
                    <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="rId1" Target="word/document.xml"
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>
                    """.strip().getBytes(StandardCharsets.UTF_8)));
            entry(zip, "word/document.xml", document);
        });
    }

    static byte[] wordSaying(String words) {
        return word(out -> {
            out.write(wordStart());
            out.write((words + "</w:t></w:r></w:p></w:body></w:document>").getBytes(StandardCharsets.UTF_8));
        });
    }

    /** ZIP files in ZIP files. */
    static byte[] nestedZips(int depth) {
        byte[] inner = "the innermost".getBytes(StandardCharsets.UTF_8);
        String name = "innermost.txt";
        for (int level = depth; level > 0; level--) {
            byte[] content = inner;
            String entry = name;
            inner = zip(zip -> entry(zip, entry, out -> out.write(content)));
            name = "level-" + level + ".zip";
        }
        return inner;
    }

    /** A ZIP file that says it holds another one, which is {@code megabytes} of nothing. */
    public static byte[] zipBomb(int megabytes) {
        return zip(zip -> {
            entry(zip, "minutes.txt", out -> out.write('a'));
            entry(
                    zip,
                    "bomb.zip",
                    out -> out.write(zip(inner -> entry(inner, "blanks.bin", blanks -> {
                        for (int i = 0; i < megabytes; i++) {
                            blanks.write(MEGABYTE_OF_BLANKS);
                        }
                    }))));
        });
    }

    /** A PNG of a few bytes that says it is this large. */
    public static byte[] png(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeBytes("IHDR");
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {8, 6, 0, 0, 0});
            chunk(out, header.toByteArray());
            chunk(out, "IEND".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, byte[] typeAndData) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(typeAndData);
        out.writeInt(typeAndData.length - 4);
        out.write(typeAndData);
        out.writeInt((int) checksum.getValue());
    }

    /** A PDF file with as many objects, of which one page is all that shows. */
    public static byte[] pdfOfObjects(int objects) {
        StringBuilder pdf = new StringBuilder(objects * 45);
        pdf.append("%PDF-1.4\n");
        int[] places = new int[objects + 1];
        for (int number = 1; number <= objects; number++) {
            places[number] = pdf.length();
            pdf.append(number).append(" 0 obj\n");
            pdf.append(
                    switch (number) {
                        case 1 -> "<< /Type /Catalog /Pages 2 0 R >>";
                        case 2 -> "<< /Type /Pages /Count 1 /Kids [3 0 R] >>";
                        case 3 -> "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>";
                        default -> "[]";
                    });
            pdf.append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 ").append(objects + 1).append("\n0000000000 65535 f \n");
        for (int number = 1; number <= objects; number++) {
            String place = Integer.toString(places[number]);
            pdf.append("0".repeat(10 - place.length())).append(place).append(" 00000 n \n");
        }
        pdf.append("trailer\n<< /Size ")
                .append(objects + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(table);
        return pdf.append("\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] wordStart() {
        return ("<?xml version=\"1.0\"?><w:document "
                        + "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                        + "<w:body><w:p><w:r><w:t>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Fills an archive. */
    @FunctionalInterface
    interface Entries {
        void to(ZipOutputStream zip) throws IOException;
    }

    static byte[] zip(Entries entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            entries.to(zip);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    static void entry(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.to(zip);
        zip.closeEntry();
    }

    private static PDFormXObject form(PDDocument document, String commands, @Nullable PDFormXObject inner)
            throws IOException {
        PDFormXObject form = new PDFormXObject(stream(document, commands));
        PDResources resources = new PDResources();
        if (inner != null) {
            resources.put(COSName.getPDFName("X"), inner);
        }
        form.setResources(resources);
        form.setBBox(new PDRectangle(0, 0, 100, 100));
        return form;
    }

    private static COSStream stream(PDDocument document, String commands) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream()) {
            out.write(commands.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}

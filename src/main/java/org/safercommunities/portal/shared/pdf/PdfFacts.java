package org.safercommunities.portal.shared.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** What a file says of itself, as PDF/UA-1 asks: title in the window, language, the order of tabbing, and that it is one. */
public final class PdfFacts {

    private static final String XMP = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>""";

    private PdfFacts() {}

    /** Call it when all pages are there. */
    public static void write(PDDocument pdf, String title, String subject, String author, Calendar made)
            throws IOException {
        PDDocumentInformation facts = pdf.getDocumentInformation();
        facts.setTitle(title);
        facts.setSubject(subject);
        facts.setAuthor(author);
        facts.setProducer("Safer Communities Portal");
        facts.setCreationDate(made);
        var catalog = pdf.getDocumentCatalog();
        catalog.setLanguage("en-GB");
        PDViewerPreferences view = new PDViewerPreferences(catalog.getCOSObject());
        view.setDisplayDocTitle(true);
        catalog.setViewerPreferences(view);
        byte[] xmp = XMP.formatted(escaped(title), escaped(author)).getBytes(StandardCharsets.UTF_8);
        catalog.setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(xmp)));
        for (PDPage page : pdf.getPages()) {
            page.getCOSObject().setName("Tabs", "S");
        }
    }

    private static String escaped(String text) {
        return text.codePoints()
                .filter(letter -> letter >= ' ' && letter < 0xFFFE || letter > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}

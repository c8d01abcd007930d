package org.safercommunities.portal.bulletins.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.safercommunities.portal.bulletins.BulletinFeed;

/** Bulletins as RFC 4287 has it. The same bulletins make the same bytes. */
final class AtomOfBulletins {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    /** What XML cannot say, however it is escaped. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final String portal;
    private final String self;

    /**
     * @param portal its address, with a slash at the end
     * @param self the address of the feed
     */
    AtomOfBulletins(String portal, String self) {
        this.portal = portal;
        this.self = self;
    }

    byte[] write(UUID owner, List<BulletinFeed.Entry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(ATOM);
            xml.writeStartElement(ATOM, "feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml", XML, "lang", "en-GB");
            // The token may be made anew; this stays, so that nothing is read twice
            text(
                    xml,
                    "id",
                    "urn:uuid:" + UUID.nameUUIDFromBytes(("bulletins of " + owner).getBytes(StandardCharsets.UTF_8)));
            text(xml, "title", "Safer Communities bulletins");
            text(
                    xml,
                    "updated",
                    time(entries.stream()
                            .map(BulletinFeed.Entry::sent)
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH)));
            link(xml, "self", "application/atom+xml", self);
            link(xml, "alternate", "text/html", portal + "bulletins");
            xml.writeStartElement(ATOM, "author");
            text(xml, "name", "Kent Community Safety Team");
            xml.writeEndElement();
            for (BulletinFeed.Entry entry : entries) {
                entry(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private void entry(XMLStreamWriter xml, BulletinFeed.Entry entry) throws XMLStreamException {
        String address = portal + "bulletins/" + entry.id();
        xml.writeStartElement(ATOM, "entry");
        text(xml, "id", "urn:uuid:" + entry.id());
        text(xml, "title", entry.title());
        text(xml, "published", time(entry.sent()));
        text(xml, "updated", time(entry.sent()));
        link(xml, "alternate", "text/html", address);
        xml.writeEmptyElement(ATOM, "category");
        xml.writeAttribute("term", entry.kind().word());
        if (!entry.summary().isEmpty()) {
            text(xml, "summary", entry.summary());
        }
        xml.writeStartElement(ATOM, "content");
        // What leads to another place of the same bulletin leads to it on the web
        xml.writeAttribute("xml", XML, "base", address);
        xml.writeAttribute("type", "html");
        xml.writeCharacters(clean(
                entry.html().isEmpty()
                        ? "<p><a href=\"%s\">Read it in the portal</a></p>".formatted(address)
                        : entry.html()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String words) throws XMLStreamException {
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(clean(words));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String clean(String words) {
        return NO_XML.matcher(words).replaceAll("");
    }
}

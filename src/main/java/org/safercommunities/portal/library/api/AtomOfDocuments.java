package org.safercommunities.portal.library.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.safercommunities.portal.library.DocumentCard;

/** Documents as RFC 4287 has it. The same documents make the same bytes. */
final class AtomOfDocuments {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    /** What XML cannot say, however it is escaped. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final String portal;
    private final String self;
    private final Map<String, String> topics;

    /**
     * @param portal its address, with a slash at the end
     * @param self the address of the feed
     * @param topics names by slug
     */
    AtomOfDocuments(String portal, String self, Map<String, String> topics) {
        this.portal = portal;
        this.self = self;
        this.topics = topics;
    }

    byte[] write(UUID owner, List<DocumentCard> documents) {
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
                    "urn:uuid:" + UUID.nameUUIDFromBytes(("library of " + owner).getBytes(StandardCharsets.UTF_8)));
            text(xml, "title", "Safer Communities library");
            text(
                    xml,
                    "updated",
                    time(documents.stream()
                            .map(DocumentCard::when)
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH)));
            link(xml, "self", "application/atom+xml", self);
            link(xml, "alternate", "text/html", portal + "library");
            xml.writeStartElement(ATOM, "author");
            text(xml, "name", "Kent Community Safety Team");
            xml.writeEndElement();
            for (DocumentCard document : documents) {
                entry(xml, document);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private void entry(XMLStreamWriter xml, DocumentCard document) throws XMLStreamException {
        xml.writeStartElement(ATOM, "entry");
        text(xml, "id", "urn:uuid:" + document.id());
        text(xml, "title", document.title());
        text(xml, "published", time(document.when()));
        text(xml, "updated", time(document.when()));
        link(xml, "alternate", "text/html", portal + "library/" + document.id());
        for (String topic : document.topics()) {
            xml.writeEmptyElement(ATOM, "category");
            xml.writeAttribute("term", topic);
            xml.writeAttribute("label", clean(topics.getOrDefault(topic, topic)));
        }
        text(
                xml,
                "summary",
                document.description().isBlank() ? document.marking().label() : document.description());
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

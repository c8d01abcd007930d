package org.safercommunities.portal.shared;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A feed as RFC 4287 has it. The same things make the same bytes. */
public final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    /** What XML cannot say, however it is escaped. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * What stands above the entries.
     *
     * @param owner what the feed’s id is made of: that stays when the token in its address is made anew, so that nothing is read twice
     * @param self the address of the feed
     * @param page that shows the same
     */
    public record Head(String owner, String title, String self, String page, Instant updated) {}

    /** Writes a part of the feed. */
    @FunctionalInterface
    public interface Part {
        void write(AtomFeed feed) throws XMLStreamException;
    }

    public static byte[] written(Head head, Part entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(ATOM);
            xml.writeStartElement(ATOM, "feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml", XML, "lang", "en-GB");
            AtomFeed feed = new AtomFeed(xml);
            feed.text("id", "urn:uuid:" + UUID.nameUUIDFromBytes(head.owner().getBytes(StandardCharsets.UTF_8)));
            feed.text("title", head.title());
            feed.text("updated", time(head.updated()));
            feed.link("self", "application/atom+xml", head.self());
            feed.link("alternate", "text/html", head.page());
            xml.writeStartElement(ATOM, "author");
            feed.text("name", "Kent Community Safety Team");
            xml.writeEndElement();
            entries.write(feed);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** @param more what stands in it beside id, title, times and page */
    public void entry(UUID id, String title, Instant at, String page, Part more) throws XMLStreamException {
        xml.writeStartElement(ATOM, "entry");
        text("id", "urn:uuid:" + id);
        text("title", title);
        text("published", time(at));
        text("updated", time(at));
        link("alternate", "text/html", page);
        more.write(this);
        xml.writeEndElement();
    }

    public void category(String term, @Nullable String label) throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "category");
        xml.writeAttribute("term", term);
        if (label != null) {
            xml.writeAttribute("label", clean(label));
        }
    }

    public void summary(String words) throws XMLStreamException {
        text("summary", words);
    }

    /** @param base what leads to another place of the same page leads to it there */
    public void html(String base, String html) throws XMLStreamException {
        xml.writeStartElement(ATOM, "content");
        xml.writeAttribute("xml", XML, "base", base);
        xml.writeAttribute("type", "html");
        xml.writeCharacters(clean(html));
        xml.writeEndElement();
    }

    private void text(String name, String words) throws XMLStreamException {
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(clean(words));
        xml.writeEndElement();
    }

    private void link(String rel, String type, String href) throws XMLStreamException {
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

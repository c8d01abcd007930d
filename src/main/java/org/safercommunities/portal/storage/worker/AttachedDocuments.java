package org.safercommunities.portal.storage.worker;

import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.EmbeddedContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Decides what of the documents inside a document is read: a sheet inside slides and the attachments of an e-mail are;
 * pictures, recordings, archives and macros are not, of macros only that there are some. At most {@value #MOST} of them,
 * nested at most {@value #DEEPEST} deep.
 */
final class AttachedDocuments implements EmbeddedDocumentExtractor {

    private static final int MOST = 200;
    private static final int DEEPEST = 4;

    private final Parser parser;
    private final Detector detector;
    private final ParseContext context;
    private final TextCollector text;
    private int count;
    private int depth;
    private boolean macros;

    AttachedDocuments(Parser parser, Detector detector, ParseContext context, TextCollector text) {
        this.parser = parser;
        this.detector = detector;
        this.context = context;
        this.text = text;
    }

    boolean macros() {
        return macros;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        String kind = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
        if (TikaCoreProperties.EmbeddedResourceType.MACRO.toString().equals(kind)) {
            macros = true;
            return false;
        }
        boolean picture = TikaCoreProperties.EmbeddedResourceType.INLINE
                        .toString()
                        .equals(kind)
                || TikaCoreProperties.EmbeddedResourceType.THUMBNAIL.toString().equals(kind);
        return !picture && depth < DEEPEST && count < MOST;
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
            throws SAXException, IOException {
        count++;
        TikaInputStream tikaStream = TikaInputStream.get(stream);
        MediaType type = detector.detect(tikaStream, metadata);
        if (Kinds.isMedia(type.toString()) || Kinds.isArchive(type.toString())) {
            nameOf(metadata);
            return;
        }
        metadata.set(Metadata.CONTENT_TYPE, type.toString());
        nameOf(metadata);
        depth++;
        try {
            parser.parse(tikaStream, new EmbeddedContentHandler(new BodyContentHandler(handler)), metadata, context);
        } catch (TikaException | IOException | RuntimeException unreadable) {
            // The document around it is still worth its text; a full collector ends the whole reading
            if (text.isFull()) {
                throw new TextCollector.Enough();
            }
        } finally {
            depth--;
        }
    }

    private void nameOf(Metadata metadata) throws SAXException {
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        if (name != null && name.contains(".") && !name.startsWith("/") && !name.startsWith("_")) {
            text.line(name);
        }
    }
}

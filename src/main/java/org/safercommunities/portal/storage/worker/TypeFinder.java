package org.safercommunities.portal.storage.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.detect.TextDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;

/** Finds the type of a file from its bytes, looking into containers such as Office files. */
final class TypeFinder {

    private static final String OF_TIKA = "x-tika-";

    private final TikaConfig tika;

    TypeFinder(TikaConfig tika) {
        this.tika = tika;
    }

    /** For choosing a parser: may be a word of Tika's own. */
    String find(Path file, String fileName) throws IOException {
        byte[] firstBytes;
        try (InputStream start = Files.newInputStream(file)) {
            firstBytes = start.readNBytes(FirstBytes.LENGTH);
        }
        MediaType shown;
        try (TikaInputStream stream = TikaInputStream.get(file)) {
            shown = tika.getDetector().detect(stream, new Metadata()).getBaseType();
        } catch (IOException | RuntimeException | StackOverflowError brokenContainer) {
            return FirstBytes.mediaType(firstBytes, fileName);
        }
        String mediaType =
                FirstBytes.narrowedByName(shown, firstBytes, fileName).toString();
        // A text of a kind that nobody reads is still a text
        boolean plain = !readable(mediaType) && looksLikeText(firstBytes);
        return plain ? MediaType.TEXT_PLAIN.toString() : mediaType;
    }

    private static boolean looksLikeText(byte[] firstBytes) throws IOException {
        return MediaType.TEXT_PLAIN.equals(
                new TextDetector().detect(new ByteArrayInputStream(firstBytes), new Metadata()));
    }

    /**
     * For people: where Tika found a container without telling what is in it, for want of a password perhaps, the name says
     * which kind of Office file it is.
     */
    @SuppressWarnings(
            "NullAway") // Tika takes a missing stream for "only the name is known"; its signature does not say so
    String forPeople(String mediaType, String fileName) {
        if (!mediaType.contains(OF_TIKA)) {
            return mediaType;
        }
        Metadata name = new Metadata();
        name.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        try {
            // Without a stream only the name counts; an empty one would be found to be an empty file
            String named = tika.getMimeRepository().detect(null, name).toString();
            boolean office = named.startsWith("application/vnd.openxmlformats-officedocument")
                    || named.startsWith("application/vnd.ms-")
                    || named.equals("application/msword");
            return office ? named : MediaType.OCTET_STREAM.toString();
        } catch (IOException impossible) {
            return MediaType.OCTET_STREAM.toString();
        }
    }

    /** Whether there is a parser for this type or one it is a kind of. */
    boolean readable(String mediaType) {
        Map<MediaType, Parser> parsers = ((CompositeParser) tika.getParser()).getParsers(new ParseContext());
        MediaTypeRegistry registry = tika.getMediaTypeRegistry();
        MediaType type = registry.normalize(Objects.requireNonNull(MediaType.parse(mediaType)));
        while (type != null) {
            Parser found = parsers.get(type);
            if (found != null) {
                return !(found instanceof EmptyParser);
            }
            type = registry.getSupertype(type);
        }
        return false;
    }
}

package org.safercommunities.portal.storage.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/**
 * The media type that the first bytes of a file show. A name cannot turn a file into something its bytes are not: it only
 * chooses among kinds of what the bytes show (a text that is called {@code .csv}).
 */
public final class FirstBytes {

    /** Signatures lie within these first bytes. */
    public static final int LENGTH = 64 * 1024;

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private FirstBytes() {}

    public static String mediaType(byte[] firstBytes, String fileName) {
        MediaType shown = detect(firstBytes, "");
        return narrowedByName(shown, firstBytes, fileName).toString();
    }

    static MediaType narrowedByName(MediaType shown, byte[] firstBytes, String fileName) {
        if (shown.equals(MediaType.OCTET_STREAM) || fileName.isBlank()) {
            return shown;
        }
        MediaType named = detect(firstBytes, fileName);
        MediaTypeRegistry registry = TYPES.getMediaTypeRegistry();
        return registry.isSpecializationOf(named, shown) ? named : shown;
    }

    private static MediaType detect(byte[] firstBytes, String fileName) {
        Metadata metadata = new Metadata();
        if (!fileName.isBlank()) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        }
        try {
            return TYPES.detect(new ByteArrayInputStream(firstBytes), metadata).getBaseType();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

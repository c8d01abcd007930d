package org.safercommunities.portal.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.safercommunities.portal.storage.worker.FirstBytes;
import org.springframework.stereotype.Service;

/** What media types mean to people and to browsers. */
@Service
public final class MediaTypes {

    public static final String UNKNOWN = "application/octet-stream";
    public static final String PDF = "application/pdf";

    private static final Set<String> SAFE_INLINE = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "application/mp4",
            "video/mp4",
            "video/webm",
            "video/ogg",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/vorbis",
            "audio/webm",
            "audio/wav",
            "audio/x-wav",
            "audio/vnd.wave",
            "audio/flac",
            "audio/x-flac");

    private static final Set<String> ACTIVE = Set.of(
            "text/html",
            "application/xhtml+xml",
            "image/svg+xml",
            "application/xml",
            "text/xml",
            "application/rss+xml",
            "application/atom+xml",
            "application/xslt+xml",
            "application/mathml+xml",
            "application/javascript",
            "text/javascript",
            "application/x-shockwave-flash",
            "application/java-archive",
            "application/hta",
            "multipart/related",
            "message/rfc822");

    private static final Set<String> WORDS = Set.of(
            "application/json",
            "application/xml",
            "application/epub+zip",
            "application/x-fictionbook+xml",
            "application/vnd.ms-outlook",
            "message/rfc822");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(PDF, "PDF"),
            Map.entry("application/msword", "Word"),
            Map.entry("application/rtf", "Word"),
            Map.entry("application/vnd.ms-excel", "Excel"),
            Map.entry("application/vnd.ms-powerpoint", "PowerPoint"),
            Map.entry("application/vnd.ms-outlook", "Email"),
            Map.entry("message/rfc822", "Email"),
            Map.entry("application/zip", "ZIP file"),
            Map.entry("application/epub+zip", "E-book"),
            Map.entry("application/mp4", "Video"),
            Map.entry("text/html", "Web page"),
            Map.entry("application/xhtml+xml", "Web page"),
            Map.entry("text/csv", "Table"),
            Map.entry("application/xml", "Data"),
            Map.entry("application/json", "Data"));

    private static final Map<String, String> NAMES_BY_START = Map.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml", "Word",
            "application/vnd.ms-word", "Word",
            "application/vnd.openxmlformats-officedocument.spreadsheetml", "Excel",
            "application/vnd.ms-excel", "Excel",
            "application/vnd.openxmlformats-officedocument.presentationml", "PowerPoint",
            "application/vnd.ms-powerpoint", "PowerPoint",
            "application/vnd.oasis.opendocument.text", "OpenDocument text",
            "application/vnd.oasis.opendocument.spreadsheet", "OpenDocument spreadsheet",
            "application/vnd.oasis.opendocument.presentation", "OpenDocument presentation");

    private static final Map<String, String> NAMES_BY_FAMILY =
            Map.of("image", "Picture", "video", "Video", "audio", "Sound", "text", "Text");

    /** Where the first ending in the registry is not the one that people use. */
    private static final Map<String, String> EXTENSIONS = Map.of(
            "audio/mpeg", ".mp3",
            "video/quicktime", ".mov",
            "application/mp4", ".mp4",
            "application/xhtml+xml", ".xhtml");

    private final MimeTypes registry = MimeTypes.getDefaultMimeTypes();

    /**
     * A quick guess from the first bytes alone, for feedback while a file comes in; a Word file is only a ZIP file to it. The
     * type to keep is that of the {@link Inspection}.
     *
     * @param content read from where it stands, at most 64 KB, and not closed
     * @param fileName only a hint among kinds of what the bytes show; may be empty
     */
    public String guess(InputStream content, String fileName) throws IOException {
        return FirstBytes.mediaType(content.readNBytes(FirstBytes.LENGTH), fileName);
    }

    /** What people call it: "PDF", "Word", "Picture"; "File" when nothing better is known. */
    public String friendlyName(String mediaType) {
        String name = NAMES.get(mediaType);
        if (name != null) {
            return name;
        }
        for (Map.Entry<String, String> start : NAMES_BY_START.entrySet()) {
            if (mediaType.startsWith(start.getKey())) {
                return start.getValue();
            }
        }
        int slash = mediaType.indexOf('/');
        return NAMES_BY_FAMILY.getOrDefault(slash < 0 ? mediaType : mediaType.substring(0, slash), "File");
    }

    /** With its dot, such as {@code .pdf}; empty when the type has none. */
    public String extension(String mediaType) {
        String usual = EXTENSIONS.get(mediaType);
        if (usual != null) {
            return usual;
        }
        try {
            return registry.forName(mediaType).getExtension();
        } catch (MimeTypeException noType) {
            return "";
        }
    }

    /**
     * Whether the bytes themselves may be shown in a page of the portal: pictures and recordings of kinds that hold no
     * script. PDFs and Office files are shown as pictures of their pages instead, see {@link Pages}.
     */
    public boolean inlineSafe(String mediaType) {
        return SAFE_INLINE.contains(mediaType);
    }

    /** Whether a browser would run what is in it. Such a file is only ever sent as a download. */
    public boolean activeContent(String mediaType) {
        return ACTIVE.contains(mediaType) || mediaType.endsWith("+xml") || mediaType.contains("javascript");
    }

    /** Files without pages of their own whose words {@link Pages} sets on pages. */
    public boolean words(String mediaType) {
        return mediaType.startsWith("text/")
                || WORDS.contains(mediaType)
                || mediaType.startsWith("application/") && mediaType.endsWith("+xml");
    }

    /** Pictures that {@link Pages} can draw smaller. */
    public boolean picture(String mediaType) {
        return mediaType.startsWith("image/") && !activeContent(mediaType);
    }
}

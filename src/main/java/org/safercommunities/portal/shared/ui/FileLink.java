package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A link to a file that is written when somebody asks for it, in their session and with their rights at that moment. */
public final class FileLink {

    private FileLink() {}

    /** Writes a text file. */
    @FunctionalInterface
    public interface Content {
        void write(Appendable out) throws IOException;
    }

    public static Anchor csv(String fileName, Content content) {
        return of("Download table", fileName, "text/csv; charset=utf-8", content);
    }

    public static Anchor json(String label, String fileName, Content content) {
        return of(label, fileName, "application/json", content);
    }

    public static Anchor calendar(String label, String fileName, Content content) {
        return of(label, fileName, "text/calendar; charset=utf-8", content);
    }

    private static Anchor of(String label, String fileName, String mediaType, Content content) {
        DownloadHandler handler = event -> write(event, fileName, mediaType, content);
        Anchor link = new Anchor(handler, AttachmentType.DOWNLOAD, "");
        link.addClassNames("sc-button", "sc-secondary");
        link.add(Icon.DOWNLOAD.create(), new Span(label));
        return link;
    }

    private static void write(DownloadEvent event, String fileName, String mediaType, Content content)
            throws IOException {
        event.setFileName(fileName);
        event.setContentType(mediaType);
        event.getResponse().setHeader("Cache-Control", "no-store");
        try (Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            content.write(out);
        }
    }
}

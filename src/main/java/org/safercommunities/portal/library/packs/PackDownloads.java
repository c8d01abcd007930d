package org.safercommunities.portal.library.packs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.shared.PortalAddress;
import org.safercommunities.portal.storage.Blobs;
import org.safercommunities.portal.storage.MediaTypes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers with a whole pack as one zip, written as it is read. */
@Service
@NamedInterface("packs")
public class PackDownloads {

    private final Packs packs;
    private final PackZip.Parts parts;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transactions;

    PackDownloads(
            Packs packs,
            PackMembers members,
            PackZipFiles files,
            Takers takers,
            Readers readers,
            Blobs blobs,
            MediaTypes mediaTypes,
            @Value("${portal.url}") String portal,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.packs = packs;
        this.messages = messages;
        this.transactions = new TransactionTemplate(transactions);
        parts = new PackZip.Parts(
                members, files, takers, readers, blobs, mediaTypes, PortalAddress.withSlash(portal), clock);
    }

    /**
     * Writes the zip into the answer; returns when the last byte is written. Not inside a transaction.
     *
     * @param by the exit, for the trail
     * @throws UnknownPack when there is none for this person
     * @throws IOException when whoever asked has gone away: nothing more is read for them
     */
    public void answer(UUID id, String by, Reader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        PackDetails pack = packs.uncounted(id, reader).orElseThrow(() -> new UnknownPack(id));
        String name = ZipNames.ofZip(pack.description().title(), pack.contents().marking());
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        // A proxy that gathers the whole before it hands it on would make the first byte the last
        response.setHeader("X-Accel-Buffering", "no");
        if (!"HEAD".equals(request.getMethod())) {
            transactions.executeWithoutResult(
                    status -> messages.publishEvent(new PackMessage(id, "downloaded", Map.of(), reader.actor())));
            new PackZip(parts, pack, reader, by, response.getOutputStream()).write();
        }
    }
}

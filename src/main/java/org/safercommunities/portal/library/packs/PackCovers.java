package org.safercommunities.portal.library.packs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.AtMost;
import org.safercommunities.portal.storage.BlobRef;
import org.safercommunities.portal.storage.Blobs;
import org.safercommunities.portal.storage.Busy;
import org.safercommunities.portal.storage.FileReferences;
import org.safercommunities.portal.storage.FileScans;
import org.safercommunities.portal.storage.HeldBack;
import org.safercommunities.portal.storage.Inspection;
import org.safercommunities.portal.storage.Inspector;
import org.safercommunities.portal.storage.MediaTypes;
import org.safercommunities.portal.storage.NoPreview;
import org.safercommunities.portal.storage.Pages;
import org.safercommunities.portal.storage.ScanState;
import org.safercommunities.portal.storage.TooLarge;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** Covers of packs. Whatever is put in is drawn anew in a worker, so that nothing of the file itself ever goes out. */
@Service
@NamedInterface("packs")
public class PackCovers implements FileReferences {

    /** Bytes of the largest file that is taken. */
    public static final long LARGEST = 30L * 1024 * 1024;

    private static final int WIDTH = 1200;
    private static final String FIELD = "cover";

    private final Blobs blobs;
    private final Inspector inspector;
    private final MediaTypes mediaTypes;
    private final Pages pages;
    private final FileScans scans;
    private final JdbcClient jdbc;
    private final WhoMaySeePack whoMaySee;
    private final PackDesk desk;

    PackCovers(
            Blobs blobs,
            Inspector inspector,
            MediaTypes mediaTypes,
            Pages pages,
            FileScans scans,
            JdbcClient jdbc,
            WhoMaySeePack whoMaySee,
            PackDesk desk) {
        this.blobs = blobs;
        this.inspector = inspector;
        this.mediaTypes = mediaTypes;
        this.pages = pages;
        this.scans = scans;
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.desk = desk;
    }

    /**
     * Takes a picture in. Blocks while it is looked at and drawn; not inside a transaction.
     *
     * @throws InvalidPack at {@code cover} when it is no picture, too large or cannot be drawn
     */
    public void keep(UUID pack, InputStream content, String fileName, Reader by) throws IOException {
        whoMaySee.unlessRuns(by, pack);
        try {
            BlobRef file = blobs.store(new AtMost(content, LARGEST));
            scans.scanNow(file.sha256());
            Inspection found = inspector.inspect(file.sha256(), fileName.isBlank() ? "picture" : fileName);
            InvalidPack.unless(
                    mediaTypes.picture(found.mediaType()),
                    FIELD,
                    "That is not a picture. Choose a PNG, JPEG, GIF or WebP file");
            pages.page(file.sha256(), found.mediaType(), 1, WIDTH);
            desk.cover(pack, file.sha256(), found.mediaType(), by);
        } catch (TooLarge | AtMost.Exceeded tooLarge) {
            throw new InvalidPack(
                    FIELD, "That is larger than %d MB. Save it smaller and put it in again".formatted(LARGEST >> 20));
        } catch (HeldBack held) {
            throw new InvalidPack(
                    FIELD,
                    held.scan().state() == ScanState.WAITING
                            ? "The virus scanner does not answer. Try again later, and tell an administrator when it stays like this"
                            : "That is not taken, because the virus scanner does not pass it");
        } catch (NoPreview cannot) {
            throw new InvalidPack(FIELD, "That cannot be drawn. Save it as PNG or JPEG and put it in again");
        } catch (Busy busy) {
            throw new InvalidPack(FIELD, "Too many files are being read just now. Try again in a minute");
        }
    }

    /** Back to the cover that is drawn. */
    public void leaveOut(UUID pack, Reader by) {
        desk.cover(pack, null, null, by);
    }

    /** The cover as PNG, for whoever may see the pack; empty when there is none for them. */
    public Optional<Resource> open(UUID pack, int width, Reader reader) throws NoPreview {
        record File(String sha256, String mediaType) {}
        Optional<File> file = jdbc.sql("SELECT p.cover_sha256, p.cover_type FROM pack p WHERE p.id = :id"
                        + " AND p.cover_sha256 IS NOT NULL AND " + WhoMaySeePack.CONDITION)
                .params(reader.parameters())
                .param("id", pack.toString())
                .query((row, number) -> new File(row.getString("cover_sha256"), row.getString("cover_type")))
                .optional();
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.page(file.get().sha256(), file.get().mediaType(), 1, Math.clamp(width, 50, WIDTH)));
    }

    @Override
    public boolean refersTo(String sha256) {
        return jdbc.sql("SELECT COUNT(*) FROM pack WHERE cover_sha256 = ?")
                        .param(sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}

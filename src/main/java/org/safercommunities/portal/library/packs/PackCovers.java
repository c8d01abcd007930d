package org.safercommunities.portal.library.packs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.storage.FileReferences;
import org.safercommunities.portal.storage.NoPreview;
import org.safercommunities.portal.storage.Pages;
import org.safercommunities.portal.storage.PictureIntake;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** Covers of packs. Whatever is put in is drawn anew in a worker, so that nothing of the file itself ever goes out. */
@Service
@NamedInterface("packs")
public class PackCovers implements FileReferences {

    /** Bytes of the largest file that is taken. */
    public static final long LARGEST = PictureIntake.LARGEST;

    private final PictureIntake pictures;
    private final Pages pages;
    private final JdbcClient jdbc;
    private final WhoMaySeePack whoMaySee;
    private final PackDesk desk;

    PackCovers(PictureIntake pictures, Pages pages, JdbcClient jdbc, WhoMaySeePack whoMaySee, PackDesk desk) {
        this.pictures = pictures;
        this.pages = pages;
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
            PictureIntake.Taken taken = pictures.take(content, fileName.isBlank() ? "picture" : fileName, "That");
            desk.cover(pack, taken.sha256(), taken.mediaType(), by);
        } catch (PictureIntake.Refused refused) {
            throw new InvalidPack("cover", refused.why());
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
                : Optional.of(pages.page(
                        file.get().sha256(), file.get().mediaType(), 1, Math.clamp(width, 50, PictureIntake.WIDTH)));
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

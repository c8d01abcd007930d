package org.safercommunities.portal.bulletins;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Pace;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.storage.FileReferences;
import org.safercommunities.portal.storage.NoPreview;
import org.safercommunities.portal.storage.Pages;
import org.safercommunities.portal.storage.PictureIntake;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Pictures for bulletins: whatever comes in is drawn anew in a worker, at most twice as wide as a mail, so that no camera’s
 * position, no script and no twenty megabytes go out to thousands of people.
 */
@Service
public class BulletinPictures implements FileReferences {

    /** Bytes of the largest file that is taken. */
    public static final long LARGEST = PictureIntake.LARGEST;

    private static final String FIELD = "picture";

    private final PictureIntake pictures;
    private final Pages pages;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Pace pace = new Pace(40, Duration.ofHours(1));

    BulletinPictures(PictureIntake pictures, Pages pages, JdbcClient jdbc, Clock clock) {
        this.pictures = pictures;
        this.pages = pages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes a picture in. Blocks while it is looked at and drawn; not inside a transaction.
     *
     * @throws InvalidBulletin at {@code picture} when it is no picture, too large or cannot be drawn
     * @throws IOException when the stream breaks off or the store fails
     */
    public BulletinPicture keep(InputStream content, String fileName, Reader by) throws IOException {
        WhoRunsBulletins.unlessStaff(by);
        return take(content, fileName, by, false);
    }

    /** The same for an item that anybody’s agency offers; until it is {@link #handOut handed out}, its address shows nothing. */
    public BulletinPicture keepShut(InputStream content, String fileName, Reader by) throws IOException {
        InvalidBulletin.unless(
                pace.allows(by.personId().toString(), clock.instant()),
                FIELD,
                "You have put in many pictures just now. Try again in an hour");
        return take(content, fileName, by, true);
    }

    /** Whether the public address shows a picture that came in with an item. */
    public void handOut(UUID id, boolean open) {
        jdbc.sql("UPDATE bulletin_picture SET shut = ? WHERE id = ?")
                .param(!open)
                .param(id.toString())
                .update();
    }

    private BulletinPicture take(InputStream content, String fileName, Reader by, boolean shut) throws IOException {
        String name = fileName.isBlank() ? "picture" : fileName.substring(Math.max(0, fileName.length() - 255));
        try {
            PictureIntake.Taken taken = pictures.take(content, name, "“%s”".formatted(name));
            int[] size = size(taken.drawn());
            BulletinPicture picture = new BulletinPicture(UUID.randomUUID(), name, size[0], size[1]);
            jdbc.sql("""
                    INSERT INTO bulletin_picture (id, sha256, media_type, file_name, width, height, added_by, added_at,
                                                  shut)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .param(picture.id().toString())
                    .param(taken.sha256())
                    .param(taken.mediaType())
                    .param(name)
                    .param(picture.width())
                    .param(picture.height())
                    .param(by.personId().toString())
                    .param(Sql.utc(clock.instant()))
                    .param(shut)
                    .update();
            return picture;
        } catch (PictureIntake.Refused refused) {
            throw new InvalidBulletin(FIELD, refused.why());
        }
    }

    public Optional<BulletinPicture> find(UUID id) {
        return jdbc.sql("SELECT id, file_name, width, height FROM bulletin_picture WHERE id = ?")
                .param(id.toString())
                .query(BulletinPictures::picture)
                .optional();
    }

    /** Those of these that there are. */
    List<BulletinPicture> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT id, file_name, width, height FROM bulletin_picture WHERE id IN (:ids)")
                        .param("ids", ids.stream().map(UUID::toString).toList())
                        .query(BulletinPictures::picture)
                        .list();
    }

    private static BulletinPicture picture(ResultSet row, int number) throws SQLException {
        return new BulletinPicture(
                Sql.id(row, "id"), row.getString("file_name"), row.getInt("width"), row.getInt("height"));
    }

    /** The picture as PNG; empty when there is none. Whoever knows its address may see it, for mails have no sign-in. */
    Optional<Resource> open(UUID id) throws NoPreview {
        return draw(id, "SELECT sha256, media_type FROM bulletin_picture WHERE id = ? AND NOT shut");
    }

    /** The same of one that is not handed out yet; the caller has asked who may see it. */
    public Optional<Resource> openShut(UUID id) throws NoPreview {
        return draw(id, "SELECT sha256, media_type FROM bulletin_picture WHERE id = ?");
    }

    private Optional<Resource> draw(UUID id, String statement) throws NoPreview {
        record File(String sha256, String mediaType) {}
        Optional<File> file = jdbc.sql(statement)
                .param(id.toString())
                .query((row, number) -> new File(row.getString("sha256"), row.getString("media_type")))
                .optional();
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.page(file.get().sha256(), file.get().mediaType(), 1, PictureIntake.WIDTH));
    }

    @Override
    public boolean refersTo(String sha256) {
        return jdbc.sql("SELECT COUNT(*) FROM bulletin_picture WHERE sha256 = ?")
                        .param(sha256)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static int[] size(Resource png) throws IOException {
        try (InputStream bytes = png.getInputStream();
                ImageInputStream image = ImageIO.createImageInputStream(bytes)) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
            try {
                reader.setInput(image);
                return new int[] {reader.getWidth(0), reader.getHeight(0)};
            } finally {
                reader.dispose();
            }
        }
    }
}

package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.bulletins.Block.Image;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** What is put in as a picture goes out as pixels, or not at all. */
@PortalIT
class BulletinPicturesIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String POSITION = "51.2720N 0.5220E";

    private final BulletinWorld world;
    private final BulletinPictures pictures;

    BulletinPicturesIT(@Autowired ApplicationContext portal) {
        world = new BulletinWorld(portal);
        pictures = portal.getBean(BulletinPictures.class);
    }

    private BulletinPicture keep(byte[] file, String name) throws IOException {
        return pictures.keep(new ByteArrayInputStream(file), name, world.editor);
    }

    private static HttpResponse<byte[]> get(String id) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(PortalServices.portalUrl() + "/" + PublicPictures.PATH + id))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] jpeg() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }

    /** The same with what a camera writes into it. */
    private static byte[] withPosition(byte[] jpeg) throws IOException {
        byte[] words = ("Exif\0\0II*\0\b\0\0\0\0\0\0\0\0\0" + POSITION).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(jpeg, 0, 2);
        out.writeShort(0xFFE1);
        out.writeShort(words.length + 2);
        out.write(words);
        out.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** A PNG that says it is so large; with so many rows of what it should have. */
    private static byte[] png(int width, int height, int rows) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        byte[] row = new byte[width * 3 + 1];
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(data, new Deflater(Deflater.NO_COMPRESSION))) {
            Random random = new Random(1);
            for (int i = 0; i < rows; i++) {
                random.nextBytes(row);
                row[0] = 0;
                deflated.write(row);
            }
        }
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(head);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(bytes, "IHDR", head.toByteArray());
        chunk(bytes, "IDAT", data.toByteArray());
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream bytes, String name, byte[] data) throws IOException {
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(data.length);
        byte[] type = name.getBytes(StandardCharsets.US_ASCII);
        out.write(type);
        out.write(data);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(data);
        out.writeInt((int) sum.getValue());
    }

    @Test
    void whatACameraWroteIntoItDoesNotGoOut() throws Exception {
        byte[] file = withPosition(jpeg());
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains(POSITION);
        BulletinPicture picture = keep(file, "IMG_0001.jpg");
        assertThat(picture.width()).isEqualTo(300);
        HttpResponse<byte[]> answer = get(picture.id().toString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
                .startsWith("\u0089PNG")
                .doesNotContain(POSITION, "Exif", "eXIf", "IMG_0001");
    }

    @Test
    void twentyMegabytesGoOutAsAFewAndMoreThanThirtyAreRefused() throws Exception {
        byte[] file = png(2_700, 2_500, 2_500);
        assertThat(file.length).isGreaterThan(20_000_000);
        BulletinPicture picture = keep(file, "large.png");
        assertThat(picture.width()).isEqualTo(1_200);
        assertThat(get(picture.id().toString()).body().length).isLessThan(6_000_000);
        InputStream endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                assertThat(given).as("it is not read to its end").isLessThan(BulletinPictures.LARGEST + 1_000_000);
                return 0;
            }
        };
        assertThatThrownBy(() -> pictures.keep(endless, "endless.png", world.editor))
                .isInstanceOf(InvalidBulletin.class)
                .hasMessageContaining("is larger than 30 MB");
    }

    @Test
    void floodsOfPixelsAndWhatIsNoPictureAreRefused() throws Exception {
        assertThatThrownBy(() -> keep(png(60_000, 60_000, 1), "flood.png"))
                .isInstanceOf(InvalidBulletin.class)
                .hasMessageContaining("“flood.png” cannot be drawn");
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script></svg>";
        for (String words :
                new String[] {svg, "<html><script>alert(1)</script></html>", "%PDF-1.4 none", "words", ""}) {
            assertThatThrownBy(() -> keep(words.getBytes(StandardCharsets.UTF_8), "picture.png"))
                    .as(words)
                    .isInstanceOf(InvalidBulletin.class)
                    .hasMessageContaining("is not a picture");
        }
        byte[] cut = jpeg();
        assertThatThrownBy(() -> keep(java.util.Arrays.copyOf(cut, 30), "cut.jpg"))
                .isInstanceOf(InvalidBulletin.class);
    }

    @Test
    void editorsPutThemInAndWhoKnowsTheAddressSeesThem() throws Exception {
        byte[] file = jpeg();
        assertThatThrownBy(
                        () -> pictures.keep(new ByteArrayInputStream(file), "mine.jpg", world.somebody.of(world.north)))
                .isInstanceOf(AccessDeniedException.class);
        BulletinPicture picture = keep(file, "draft.jpg");
        UUID draft = world.draft(new Image(Block.newId(), picture.id(), "A lantern", false, ""));
        // Tests of a draft go out by mail, where nobody signs in; what tells the address is for editors only
        assertThat(get(picture.id().toString()).statusCode()).isEqualTo(200);
        assertThat(world.bulletins.find(draft, world.somebody.of(world.north))).isEmpty();
        assertThat(get(UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThat(get("x").statusCode()).isEqualTo(404);
    }
}

package org.safercommunities.portal.bulletins;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.WhoMayReadBlock.Things;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The link by which a recipient without an account reads the issue they were sent on the web. It follows from the bulletin and
 * their own secret, opens this one bulletin and nothing else, and shows what people outside may be shown now.
 */
@Service
class OutsideReading {

    static final String PATH = "public/bulletins/copies/";
    private static final String MAC = "HmacSHA256";

    private final BulletinRecords bulletins;
    private final BulletinReading reading;
    private final WhoMayReadBlock whoMayRead;
    private final BulletinReads reads;
    private final JdbcClient jdbc;

    OutsideReading(
            BulletinRecords bulletins,
            BulletinReading reading,
            WhoMayReadBlock whoMayRead,
            BulletinReads reads,
            JdbcClient jdbc) {
        this.bulletins = bulletins;
        this.reading = reading;
        this.whoMayRead = whoMayRead;
        this.reads = reads;
        this.jdbc = jdbc;
    }

    /** Within the portal, without a leading slash. */
    static String path(UUID bulletin, Recipient recipient) {
        byte[] secret = SecretLink.read(recipient.link()).orElseThrow().secret();
        return PATH + bulletin + "/" + new SecretLink(recipient.subscriber(), key(secret, bulletin)).text();
    }

    /**
     * The mail as they may see it now; empty for whatever is no such link, or opens nothing any more.
     *
     * @param before whether somebody has it before them, and no program that looks at links
     */
    @Transactional
    public Optional<DrawnBulletin> read(UUID bulletin, String link, boolean before) {
        return SecretLink.read(link)
                .flatMap(wanted -> secretOf(bulletin, wanted.id())
                        .filter(secret -> wanted.opens(key(secret, bulletin)))
                        .flatMap(secret -> bulletins.findById(bulletin))
                        .filter(found -> found.state().isOut() && !found.accountOnly())
                        .map(found -> {
                            if (before) {
                                reads.noteOutside(bulletin, wanted.id());
                            }
                            return drawn(found, wanted.id());
                        }));
    }

    private DrawnBulletin drawn(Bulletin bulletin, UUID subscriber) {
        Blocks blocks = bulletin.blocks();
        Recipient outside = new Recipient(subscriber, null, "", "", null, "");
        Things seen = whoMayRead
                .groups(List.of(outside), new Things(blocks.documents(), blocks.events()))
                .keySet()
                .iterator()
                .next();
        return reading.preview(
                bulletin.plan().saying(blocks.forWhoSees(seen.documents(), seen.events())), Reader.stranger(), "");
    }

    /** Of somebody without an account who was sent it. */
    private Optional<byte[]> secretOf(UUID bulletin, UUID subscriber) {
        return jdbc.sql("""
                SELECT s.secret FROM subscriber s JOIN bulletin_copy c ON c.subscriber_id = s.id
                 WHERE s.id = ? AND c.bulletin_id = ? AND s.person_id IS NULL
                """)
                .param(subscriber.toString())
                .param(bulletin.toString())
                .query((row, number) -> row.getBytes("secret"))
                .optional();
    }

    private static byte[] key(byte[] secret, UUID bulletin) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            byte[] id = ByteBuffer.allocate(16)
                    .putLong(bulletin.getMostSignificantBits())
                    .putLong(bulletin.getLeastSignificantBits())
                    .array();
            return Arrays.copyOf(mac.doFinal(id), SecretLink.SECRET);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}

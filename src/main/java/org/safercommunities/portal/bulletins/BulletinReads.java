package org.safercommunities.portal.bulletins;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Csv;
import org.safercommunities.portal.shared.ReaderCounts;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts who reads a bulletin, on its page or by the link in a mail: each person once, under a pseudonym that is good for this
 * bulletin only, for ninety days. Then the pseudonyms go, and what was shown stays. Editors, who write it, are not counted.
 */
@Service
public class BulletinReads {

    /** How long after it was sent a bulletin's readers are counted. */
    public static final Duration COUNTED = Duration.ofDays(90);

    private static final String MAC = "HmacSHA256";
    private static final int PSEUDONYM = 16;
    private static final int SALT = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Bulletins bulletins;
    private final ReaderCountRows rows;
    private final AgencyNames names;
    private final Clock clock;

    BulletinReads(JdbcClient jdbc, Bulletins bulletins, ReaderCountRows rows, AgencyNames names, Clock clock) {
        this.jdbc = jdbc;
        this.bulletins = bulletins;
        this.rows = rows;
        this.names = names;
        this.clock = clock;
    }

    /** Somebody with an account has it before them. */
    @Transactional
    public void note(UUID bulletin, Reader reader) {
        if (!reader.is(Role.EDITOR)) {
            note(bulletin, reader.personId(), reader.agencyId());
        }
    }

    /** A recipient without an account has opened the link in their mail. */
    void noteOutside(UUID bulletin, UUID subscriber) {
        String agency = jdbc.sql("SELECT a.slug FROM subscriber s\n" + Reachable.JOINS + "WHERE s.id = ?")
                .param(subscriber.toString())
                .query((row, number) -> Optional.ofNullable(row.getString("slug")))
                .optional()
                .flatMap(found -> found)
                .orElse("");
        note(bulletin, subscriber, agency);
    }

    private void note(UUID bulletin, UUID who, String agency) {
        if (!isCounted(bulletin)) {
            return;
        }
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        jdbc.sql("INSERT IGNORE INTO bulletin_salt (bulletin_id, salt) VALUES (?, ?)")
                .params(bulletin.toString(), salt)
                .update();
        salt(bulletin)
                .ifPresent(kept -> jdbc.sql(
                                "INSERT IGNORE INTO bulletin_read (bulletin_id, reader, agency) VALUES (?, ?, ?)")
                        .params(
                                bulletin.toString(),
                                pseudonym(kept, who),
                                agency.isEmpty() ? ReaderCountRows.NO_AGENCY : agency)
                        .update());
    }

    private boolean isCounted(UUID bulletin) {
        return jdbc.sql("SELECT COUNT(*) FROM bulletin b WHERE b.id = ? AND b.sent_at > ? AND "
                                + WhoMayReadBulletin.OUT)
                        .params(bulletin.toString(), Sql.utc(clock.instant().minus(COUNTED)))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * What may be shown of it.
     *
     * @throws UnknownBulletin when it is none
     */
    @Transactional(readOnly = true)
    public ReaderCounts figures(UUID bulletin, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        if (bulletins.find(bulletin, by).isEmpty()) {
            throw new UnknownBulletin(bulletin);
        }
        return rows.of(bulletin);
    }

    /** Each line that is shown, by the name of the agency; the others together last. */
    @Transactional(readOnly = true)
    public Map<String, Integer> named(ReaderCounts figures) {
        return names.of(figures);
    }

    /** The same as a file. */
    @Transactional(readOnly = true)
    public void export(UUID bulletin, Appendable out, Reader by) throws IOException {
        ReaderCounts figures = figures(bulletin, by);
        Csv table = new Csv(out).row("Agency", "Readers");
        for (var agency : names.of(figures).entrySet()) {
            table.row(agency.getKey(), String.valueOf(agency.getValue()));
        }
    }

    /** Whether this person stands among the readers of a bulletin, while that can still be told. */
    boolean isNoted(UUID bulletin, UUID person) {
        return salt(bulletin)
                .map(salt -> jdbc.sql("SELECT COUNT(*) FROM bulletin_read WHERE bulletin_id = ? AND reader = ?")
                                .params(bulletin.toString(), pseudonym(salt, person))
                                .query(Integer.class)
                                .single()
                        > 0)
                .orElse(false);
    }

    /** What this person has read, while that can still be told. */
    List<UUID> readBy(UUID person) {
        return jdbc
                .sql("SELECT bulletin_id FROM bulletin_salt")
                .query((row, number) -> Sql.id(row, "bulletin_id"))
                .list()
                .stream()
                .filter(bulletin -> isNoted(bulletin, person))
                .toList();
    }

    private Optional<byte[]> salt(UUID bulletin) {
        return jdbc.sql("SELECT salt FROM bulletin_salt WHERE bulletin_id = ?")
                .param(bulletin.toString())
                .query((row, number) -> row.getBytes("salt"))
                .optional();
    }

    private static byte[] pseudonym(byte[] salt, UUID who) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(salt, MAC));
            byte[] id = ByteBuffer.allocate(16)
                    .putLong(who.getMostSignificantBits())
                    .putLong(who.getLeastSignificantBits())
                    .array();
            return Arrays.copyOf(mac.doFinal(id), PSEUDONYM);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}

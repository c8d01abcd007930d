package org.safercommunities.portal.library.use;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What readers are counted under: the same for a person each time, and nobody's name. */
@Component
class Pseudonyms {

    private static final String MAC = "HmacSHA256";
    private static final int LENGTH = 16;
    private static final int SALT = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final TransactionTemplate ofItsOwn;

    Pseudonyms(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ofItsOwn = new TransactionTemplate(transactions);
        ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    byte[] of(UUID person) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(salt(), MAC));
            byte[] id = ByteBuffer.allocate(16)
                    .putLong(person.getMostSignificantBits())
                    .putLong(person.getLeastSignificantBits())
                    .array();
            return Arrays.copyOf(mac.doFinal(id), LENGTH);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }

    private byte[] salt() {
        return jdbc.sql("SELECT salt FROM library_read_salt WHERE id = 1")
                .query((row, number) -> row.getBytes("salt"))
                .optional()
                .orElseGet(this::made);
    }

    /** Two at the same moment: the first is kept, and both read it. Whoever asks may be in a transaction that only reads. */
    private byte[] made() {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return java.util.Objects.requireNonNull(ofItsOwn.execute(status -> {
            jdbc.sql("INSERT IGNORE INTO library_read_salt (id, salt) VALUES (1, ?)")
                    .param(salt)
                    .update();
            return jdbc.sql("SELECT salt FROM library_read_salt WHERE id = 1")
                    .query((row, number) -> row.getBytes("salt"))
                    .single();
        }));
    }
}

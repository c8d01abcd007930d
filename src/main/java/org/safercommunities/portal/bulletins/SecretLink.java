package org.safercommunities.portal.bulletins;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands at the end of a link that only its receiver has: which row is meant, and 144 bits that nobody can guess. The row is
 * found by its id and the secret compared in constant time, so that no answer tells by its time how close a guess was.
 */
record SecretLink(UUID id, byte[] secret) {

    static final int SECRET = 18;
    private static final int ID = 16;
    private static final int LONGEST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    static SecretLink to(UUID id) {
        byte[] secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return new SecretLink(id, secret);
    }

    /** Empty when it cannot be one. */
    static Optional<SecretLink> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != ID + SECRET) {
                return Optional.empty();
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            UUID id = new UUID(buffer.getLong(), buffer.getLong());
            byte[] secret = new byte[SECRET];
            buffer.get(secret);
            return Optional.of(new SecretLink(id, secret));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    boolean opens(byte[] kept) {
        return MessageDigest.isEqual(secret, kept);
    }

    /** As it stands in an address. */
    String text() {
        ByteBuffer buffer = ByteBuffer.allocate(ID + SECRET);
        buffer.putLong(id.getMostSignificantBits());
        buffer.putLong(id.getLeastSignificantBits());
        buffer.put(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }
}

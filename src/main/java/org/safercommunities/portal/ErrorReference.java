package org.safercommunities.portal;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A short number that a person can read out and the log can be searched for. */
final class ErrorReference {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorReference.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without letters and digits that are taken for one another. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private ErrorReference() {}

    /** Logs the failure and answers the number it was logged with, for example {@code 7F3K-2QXM}. */
    static String log(Throwable failure) {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            reference.append(i == 4 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        LOG.error("Reference {}: a page failed", reference, failure);
        return reference.toString();
    }
}

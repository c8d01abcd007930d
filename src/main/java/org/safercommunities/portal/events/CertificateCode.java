package org.safercommunities.portal.events;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a certificate is known by: 99 bits that nobody can guess, in letters and figures that nobody mistakes for others when they
 * are read out.
 *
 * @param letters without dashes
 */
public record CertificateCode(String letters) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 20;
    private static final int LONGEST_TYPED = 100;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}.·_]+");

    static CertificateCode fresh() {
        StringBuilder letters = new StringBuilder();
        while (letters.length() < LENGTH) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new CertificateCode(letters.toString());
    }

    /** As somebody typed it: with or without dashes, in small or large letters. Empty when it cannot be one. */
    public static Optional<CertificateCode> typed(String text) {
        if (text.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String letters = BETWEEN.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return letters.length() == LENGTH && letters.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)
                ? Optional.of(new CertificateCode(letters))
                : Optional.empty();
    }

    /** In groups of four, as it stands on paper and in addresses. */
    @Override
    public String toString() {
        return String.join("-", letters.split("(?<=\\G.{4})"));
    }
}

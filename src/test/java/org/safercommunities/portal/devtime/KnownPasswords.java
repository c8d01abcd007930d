package org.safercommunities.portal.devtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The passwords that nobody may have, for Keycloak's rule {@code passwordBlacklist}: the best known ones of the world, out of a library
 * that has them to judge passwords by; those that are too short, made longer in the ways that people make them longer and guessers
 * know; and what people near the portal think of first. Only what is long enough to be chosen at all.
 *
 * <p>It uses nothing but Java, so that Keycloak's image is made with it as it is: {@code java -cp LIBRARY
 * src/test/java/…/KnownPasswords.java WORDS TARGET}.
 */
public final class KnownPasswords {

    /** As the realm's rule names it, below {@code data/password-blacklists}. */
    static final String NAME = "known-passwords.txt";

    /** As the realm's rule has it: what is shorter is refused anyway. */
    private static final int SHORTEST = 12;

    /** In the library nbvcxz: a hundred thousand, the best known first. */
    private static final String LIST = "dictionaries/passwords.txt";

    /** So many of them are made longer. */
    private static final int LENGTHENED = 10_000;

    private static final List<String> ENDINGS = List.of(
            "", "!", "1", "1!", "12", "123", "123!", "1234", "12345", "123456", "01", "2023", "2024", "2025", "2026",
            "2027", "2028", "2024!", "2025!", "2026!", "2027!");

    private KnownPasswords() {}

    public static void main(String[] paths) throws IOException {
        System.out.println(write(Path.of(paths[0]), Path.of(paths[1])) + " passwords that nobody may have");
    }

    /**
     * Writes the list, one a line in small letters, as Keycloak reads it.
     *
     * @param words the portal's own, see there
     * @return how many there are
     */
    static int write(Path words, Path target) throws IOException {
        Set<String> all = known();
        all.addAll(near(words));
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // A Keycloak that is just starting reads the old one or the new one, never half
        Path fresh = target.resolveSibling(NAME + ".new");
        Files.write(fresh, all);
        Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        return all.size();
    }

    /** The best known ones of the world, as they are or made longer. */
    static Set<String> known() throws IOException {
        List<String> best = list();
        Set<String> known = new TreeSet<>();
        best.stream().filter(KnownPasswords::fits).forEach(known::add);
        best.stream()
                .limit(LENGTHENED)
                .flatMap(word -> Stream.concat(Stream.of(word + word), ended(word)))
                .filter(KnownPasswords::fits)
                .forEach(known::add);
        return known;
    }

    private static List<String> list() throws IOException {
        InputStream list = KnownPasswords.class.getClassLoader().getResourceAsStream(LIST);
        if (list == null) {
            throw new IOException("The library nbvcxz, which has the best known passwords, is not on the class path");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** What people near the portal think of first. */
    static Set<String> near(Path words) throws IOException {
        Set<String> near = new TreeSet<>();
        try (Stream<String> lines = Files.lines(words)) {
            lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .flatMap(line -> Stream.of("", "-", " ", "_", ".")
                            .flatMap(between ->
                                    Stream.of(line.replace(" ", between), line.replace(" ", between) + between)))
                    .flatMap(KnownPasswords::ended)
                    .filter(KnownPasswords::fits)
                    .forEach(near::add);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return near;
    }

    private static Stream<String> ended(String word) {
        return ENDINGS.stream().map(ending -> word + ending);
    }

    private static boolean fits(String password) {
        return password.length() >= SHORTEST;
    }
}

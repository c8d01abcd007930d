package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code keycloak/} holds: realms as JSON with places for addresses and secrets ({@code ${PORTAL_URL}} and so on),
 * themes, and words that no password may be made of.
 */
public final class RealmFiles {

    /** Also with a default: {@code ${NAME:default}}. Keycloak's own, like {@code ${CLAIM.email}}, look different. */
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");

    private final Path realms;
    private final Path themes;
    private final Path words;
    private final Map<String, String> values;

    /**
     * @param folder holds {@code realms/KIND/NAME.json} and {@code themes/NAME/}; either may be missing
     * @param kind {@code demo} or {@code production}
     * @param values what stands for {@code ${NAME}} in the realms
     */
    public RealmFiles(Path folder, String kind, Map<String, String> values) {
        this.realms = folder.toAbsolutePath().normalize().resolve("realms").resolve(kind);
        this.themes = folder.toAbsolutePath().normalize().resolve("themes");
        this.words = folder.toAbsolutePath().normalize().resolve("passwords/words-of-the-portal.txt");
        this.values = Map.copyOf(values);
    }

    /** The realms' names, which are those of their files. */
    public List<String> names() {
        return files().stream()
                .map(file -> file.getFileName().toString().replace(".json", ""))
                .toList();
    }

    /** The realm's JSON with every value filled in. */
    public String filled(String realm) {
        try {
            String json = Files.readString(realms.resolve(realm + ".json"));
            return PLACE.matcher(json).replaceAll(place -> {
                String otherwise = place.group(2) == null ? place.group() : place.group(2);
                return Matcher.quoteReplacement(values.getOrDefault(place.group(1), otherwise));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the realm " + realm, e);
        }
    }

    /** Puts the realms, which now hold secrets, where Keycloak looks for what it shall import. */
    void writeTo(Path target) throws IOException {
        PrivateFiles.folder(target);
        removeFrom(target);
        for (String name : names()) {
            PrivateFiles.write(target.resolve(name + "-realm.json"), filled(name));
        }
    }

    void removeFrom(Path target) {
        try (Stream<Path> written = Files.list(target)) {
            for (Path file : written.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + target, e);
        }
    }

    /** Links our themes, so that a change in the checkout is seen at the next page. */
    void linkThemes(Path target) throws IOException {
        if (!Files.isDirectory(themes)) {
            return;
        }
        try (Stream<Path> ours = Files.list(themes).filter(Files::isDirectory)) {
            for (Path theme : ours.toList()) {
                Path link = target.resolve(theme.getFileName());
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, theme);
            }
        }
    }

    /** Puts the passwords that nobody may have where Keycloak looks for them. */
    void writeKnownPasswords(Path target) throws IOException {
        if (Files.exists(words)) {
            KnownPasswords.write(words, target.resolve(KnownPasswords.NAME));
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(realms)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(realms)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + realms, e);
        }
    }
}

package org.safercommunities.portal.agencies;

import java.text.Normalizer;
import java.util.Locale;

/** The address-safe id made of a name: {@code Kent Fire & Rescue} becomes {@code kent-fire-and-rescue}. */
public final class SlugOf {

    private SlugOf() {}

    /** @throws InvalidEntry when nothing is left of the name */
    public static String name(String name) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String slug = ascii.toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (slug.isEmpty()) {
            throw new InvalidEntry("name", "Enter a name with at least one letter or digit");
        }
        return slug.length() > 80 ? slug.substring(0, 80).replaceAll("-$", "") : slug;
    }
}

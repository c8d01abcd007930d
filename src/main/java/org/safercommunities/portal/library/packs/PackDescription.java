package org.safercommunities.portal.library.packs;

import org.safercommunities.portal.agencies.Audience;
import org.springframework.modulith.NamedInterface;

/** What is said of a pack as a whole, and who may see it. */
@NamedInterface("packs")
public record PackDescription(String title, String description, Audience audience) {

    public PackDescription {
        title = title.strip().replaceAll("\\p{Cntrl}+", " ");
        description = description.strip();
        InvalidPack.unless(
                !title.isEmpty() && title.length() <= 250, "title", "Enter a title of at most 250 characters");
        InvalidPack.unless(
                description.length() <= 4000, "description", "Shorten the description to at most 4,000 characters");
        InvalidPack.unless(
                !audience.tokens().stream().allMatch("editors"::equals),
                "audience",
                "Choose at least one agency, group or person, or everyone");
    }
}

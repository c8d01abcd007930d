package org.safercommunities.portal.shared;

import java.util.Optional;

/** A part of the portal that administrators look after. Modules contribute these as beans; the overview lists them. */
public interface AdminSection {

    String title();

    /** The path of its page, without a leading slash, for example {@code admin/agencies}. */
    String path();

    /** One sentence on what is done there. */
    String description();

    /**
     * What waits there for an administrator, in a few words, for example “3 requests to answer”; empty when nothing does.
     * Called whenever the overview is opened, so it must be quick.
     */
    default Optional<String> badge() {
        return Optional.empty();
    }

    /** A name of {@code shared.ui.Icon}. */
    default String icon() {
        return "settings";
    }

    /** Where it stands in the list, the lowest first. */
    default int order() {
        return 500;
    }
}

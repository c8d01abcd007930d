package org.safercommunities.portal.shared;

import java.util.Optional;

/** Something that an administrator should put right, for as long as it is wrong. Modules contribute these as beans. */
@FunctionalInterface
public interface AdminWarning {

    /**
     * Empty when all is well. Called whenever the overview is opened, so it must be quick.
     */
    Optional<Warning> now();

    /**
     * @param first a few words that say it all, for example “No virus scanner is set up.”
     * @param rest what follows from it and what to do
     */
    record Warning(String first, String rest) {}
}

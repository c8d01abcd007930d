package org.safercommunities.portal.storage;

/** A module that keeps files in the store says which of them it still needs; what nobody needs is deleted. */
@FunctionalInterface
public interface FileReferences {

    /** Whether anything of this module refers to the file. */
    boolean refersTo(String sha256);
}

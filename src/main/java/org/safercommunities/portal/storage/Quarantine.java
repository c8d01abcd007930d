package org.safercommunities.portal.storage;

/** Says which files may leave the store. */
interface Quarantine {

    /** Notes that these bytes have come in, for the first time or again. */
    void arrived(String sha256, long size);

    /** @throws HeldBack when nothing of this file may leave the portal */
    void admit(String sha256);

    /** The bytes are gone from the store. */
    void gone(String sha256);
}

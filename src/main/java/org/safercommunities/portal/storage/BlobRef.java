package org.safercommunities.portal.storage;

/**
 * A stored file.
 *
 * @param sha256 of its bytes, 64 small hexadecimal digits: its name in the store
 * @param size in bytes
 */
public record BlobRef(String sha256, long size) {}

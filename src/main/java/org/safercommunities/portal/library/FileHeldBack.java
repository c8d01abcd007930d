package org.safercommunities.portal.library;

import java.util.UUID;

/**
 * That the virus scanner refused the file of a version.
 *
 * @param addedBy who put it in
 */
public record FileHeldBack(UUID document, UUID version, UUID addedBy) {}

package org.safercommunities.portal.bulletins;

import java.util.UUID;

/**
 * A picture as bulletins show it.
 *
 * @param width in pixels, as it is handed out
 * @param height in pixels, likewise
 */
public record BulletinPicture(UUID id, String fileName, int width, int height) {}

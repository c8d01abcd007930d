package org.safercommunities.portal.bulletins.drawing;

/**
 * @param address where anybody finds it, also a mail program: of the whole web, or a path of the portal
 * @param width in pixels, as it is stored
 */
public record PictureFacts(String address, int width) {}

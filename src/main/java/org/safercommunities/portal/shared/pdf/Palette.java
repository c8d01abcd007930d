package org.safercommunities.portal.shared.pdf;

import java.awt.Color;

/** The portal's colours, for paper. */
public final class Palette {

    public static final Color INK = new Color(0x1D1826);
    public static final Color INK_2 = new Color(0x564E62);
    public static final Color LINE = new Color(0xDFD9E8);
    public static final Color PURPLE = new Color(0x5B2A86);
    public static final Color PURPLE_STRONG = new Color(0x3B1C63);
    public static final Color LILAC = new Color(0xA47ECC);
    public static final Color TINT = new Color(0xEFE7F8);
    public static final Color RUST = new Color(0x8F3410);
    public static final Color GOLD = new Color(0xFFD166);

    private Palette() {}

    public static String hex(Color color) {
        return "%06X".formatted(color.getRGB() & 0xFFFFFF);
    }
}

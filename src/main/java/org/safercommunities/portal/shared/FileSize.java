package org.safercommunities.portal.shared;

import java.util.Locale;

/** Sizes of files as people say them: “84 KB”, “1.4 MB”. */
public final class FileSize {

    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB"};

    private FileSize() {}

    /** @param bytes counted in thousands per unit, as file managers of phones and Macs do and as the units mean */
    public static String of(long bytes) {
        if (bytes == 1) {
            return "1 byte";
        }
        double size = bytes;
        int unit = 0;
        while (size >= 999.5 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        boolean whole = unit < 2 || size >= 99.95 || Math.abs(size - Math.rint(size)) < 0.05;
        return String.format(Locale.UK, whole ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
    }

    /** How far a transfer has come, in the unit of the whole: “8.2 of 12.6 MB”. */
    public static String part(long done, long whole) {
        String size = of(whole);
        int space = size.indexOf(' ');
        String unit = size.substring(space + 1);
        double divisor = 1;
        for (String each : UNITS) {
            if (each.equals(unit)) {
                break;
            }
            divisor *= unit.equals("byte") ? 1 : 1000;
        }
        boolean fraction = size.contains(".");
        return String.format(Locale.UK, fraction ? "%.1f of %s" : "%.0f of %s", done / divisor, size);
    }
}

package org.safercommunities.portal.storage;

import java.util.Locale;

/** Sizes in the words people know. */
final class Sizes {

    private Sizes() {}

    static String words(long bytes) {
        String[] units = {"bytes", "KB", "MB", "GB", "TB"};
        double amount = bytes;
        int unit = 0;
        while (amount >= 1024 && unit < units.length - 1) {
            amount /= 1024;
            unit++;
        }
        boolean whole = unit == 0 || amount >= 10 || amount == Math.rint(amount);
        return String.format(Locale.UK, whole ? "%.0f %s" : "%.1f %s", amount, units[unit]);
    }
}

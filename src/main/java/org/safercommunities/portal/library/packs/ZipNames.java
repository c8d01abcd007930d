package org.safercommunities.portal.library.packs;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safercommunities.portal.library.Marking;

/**
 * Names of files in a zip that every system can unpack: numbered, so that no two are the same, whether or not capitals count,
 * and none is a name that Windows keeps for itself.
 */
final class ZipNames {

    /** File systems allow 255 bytes of UTF-8; Windows 260 characters for the whole path. */
    private static final int LONGEST = 120;

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,10}$");

    private final int digits;

    /** @param members how many there are to number */
    ZipNames(int members) {
        digits = Math.max(2, Integer.toString(members).length());
    }

    /** For example {@code 03 OFFICIAL-SENSITIVE Winter plan.pdf}. */
    String of(int number, String title, Marking marking, String fileName, String usualEnding) {
        Matcher own = ENDING.matcher(fileName);
        String ending = own.find() ? own.group() : ENDING.matcher(usualEnding).matches() ? usualEnding : "";
        String marked = marking == Marking.OFFICIAL_SENSITIVE ? marking.label() + " " : "";
        String words = plain(title);
        if (!ending.isEmpty() && words.toLowerCase(Locale.ROOT).endsWith(ending.toLowerCase(Locale.ROOT))) {
            words = words.substring(0, words.length() - ending.length());
        }
        return number(number) + " " + marked + cut(words, LONGEST) + ending;
    }

    String number(int number) {
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }

    /** The name of the whole zip. */
    static String ofZip(String title, Marking marking) {
        String marked = marking == Marking.OFFICIAL_SENSITIVE ? " (" + marking.label() + ")" : "";
        return cut(plain(title), LONGEST) + marked + ".zip";
    }

    /** Without what leads out of a folder, hides what a name is, or is not allowed somewhere. */
    private static String plain(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[<>:\"/\\\\|?*]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("[\\s\\p{Z}]+", " ");
    }

    private static String cut(String words, int bytes) {
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int symbol : words.codePoints().toArray()) {
            String one = Character.toString(symbol);
            used += one.getBytes(StandardCharsets.UTF_8).length;
            if (used > bytes) {
                break;
            }
            kept.append(one);
        }
        // Windows drops dots and spaces at an end, and hides what begins with a dot
        String name = kept.toString().replaceAll("^[. ]+|[. ]+$", "");
        return name.isEmpty() ? "Document" : name;
    }
}

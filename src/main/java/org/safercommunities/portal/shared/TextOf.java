package org.safercommunities.portal.shared;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file whose way of writing nobody has said: by its byte order mark, else by what its bytes can be. */
public final class TextOf {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextOf() {}

    public static String bytes(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (everySecondIsNought(bytes)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, WINDOWS);
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (bytes.length <= at || (bytes[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }

    /** Latin letters in UTF-16LE: the second byte of most of them is 0. */
    private static boolean everySecondIsNought(byte[] bytes) {
        int looked = Math.min(bytes.length, 200) / 2;
        int noughts = 0;
        for (int at = 0; at < looked; at++) {
            if (bytes[2 * at + 1] == 0) {
                noughts++;
            }
        }
        return looked > 0 && noughts * 2 > looked;
    }
}

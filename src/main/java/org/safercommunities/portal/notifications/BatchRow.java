package org.safercommunities.portal.notifications;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One recipient of a batch.
 *
 * @param key the recipient's id: with the batch's reference it makes the Message-ID, and nobody is in a batch twice
 * @param toName as it stands beside the address; may be empty
 * @param form the form this recipient gets
 * @param values what takes the place of the form's marks
 */
public record BatchRow(String key, String toAddress, String toName, UUID form, Map<String, String> values) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** @throws IllegalArgumentException when the key or the address is none */
    public BatchRow {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("A recipient’s key is a short word: " + key);
        }
        if (!Mail.isAddress(toAddress)) {
            throw new IllegalArgumentException("Not an address that mail can be sent to");
        }
        toName = Mail.oneLine(toName, Mail.LONGEST_NAME);
        values = Map.copyOf(values);
    }
}

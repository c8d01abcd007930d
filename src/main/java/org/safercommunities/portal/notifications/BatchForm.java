package org.safercommunities.portal.notifications;

import java.util.Map;

/**
 * What recipients of a batch get alike. Subject, both forms and the values of the headers may hold marks such as {@code {{name}}};
 * each recipient's values take their place, escaped as the place demands.
 *
 * @param html the whole page
 * @param text the same for those who read plain text
 * @param headers such as {@code List-Unsubscribe}
 */
public record BatchForm(String subject, String html, String text, Map<String, String> headers) {

    /** @throws IllegalArgumentException when something is missing, a header is not one of those allowed, or a mark is malformed */
    public BatchForm {
        subject = Mail.oneLine(subject, Mail.LONGEST_SUBJECT);
        if (subject.isEmpty() || html.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("A mail needs a subject and both its forms");
        }
        Mail.checkHeaders(headers);
        headers = Map.copyOf(headers);
        Marked.parse(subject);
        Marked.parse(html);
        Marked.parse(text);
        headers.values().forEach(Marked::parse);
    }
}

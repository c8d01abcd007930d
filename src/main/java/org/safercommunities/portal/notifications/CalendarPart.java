package org.safercommunities.portal.notifications;

/**
 * A calendar file that goes with a mail, so that the reader’s own calendar takes the entry up, changes it or removes it.
 *
 * @param content one iCalendar object (RFC 5545) whose METHOD is the one given here
 */
public record CalendarPart(Method method, String content) {

    private static final int LONGEST = 200_000;

    /** What the reader’s calendar is to do (RFC 5546). Nothing else can come into the header of the part. */
    public enum Method {
        REQUEST,
        CANCEL
    }

    /** @throws IllegalArgumentException when the content is no such calendar file */
    public CalendarPart {
        if (!content.startsWith("BEGIN:VCALENDAR\r\n")
                || !content.contains("\r\nMETHOD:" + method + "\r\n")
                || content.length() > LONGEST) {
            throw new IllegalArgumentException("Not a calendar file with the method " + method);
        }
    }

    String contentType() {
        return "text/calendar; charset=UTF-8; method=" + method;
    }
}

package org.safercommunities.portal.bulletins.drawing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A document, event, link or date to save within a mail: title, facts, own words, and a tile where it has a date. */
final class MailItem {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.UK);

    /** The tile repeats what the words beside it say: whoever listens need not hear it twice. */
    private static final String WITH_TILE = """
            <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0"><tr>\
            <td width="60" valign="top" style="width:60px;padding:2px 0 8px">\
            <table role="presentation" aria-hidden="true" width="60" cellpadding="0" cellspacing="0" border="0" \
            style="width:60px;border-collapse:separate;text-align:center">\
            <tr><td bgcolor="#5b2a86" align="center" style="background-color:#5b2a86;color:#ffffff;font-size:14px;line-height:20px;\
            font-weight:700;padding:4px 0;border-radius:6px 6px 0 0">%s</td></tr>\
            <tr><td class="tile" align="center" style="border:1px solid #dfd9e8;border-top:0;border-radius:0 0 6px 6px;padding:4px 0">\
            <p class="day" style="margin:0;font-size:25px;line-height:34px;font-weight:700">%d</p>\
            <p class="day" style="margin:0;font-size:14px;line-height:24px">%s</p></td></tr></table></td>\
            <td width="16" style="width:16px;font-size:0">&#160;</td>\
            <td valign="top">%s</td></tr></table>""";

    private MailItem() {}

    /** @param level of its title */
    static String words(Item item, int level) {
        StringBuilder words = new StringBuilder();
        if (!item.title().isEmpty()) {
            words.append(title(item, level));
        }
        if (!item.when().isEmpty()) {
            words.append("<p style=\"%s\">%s</p>".formatted(MailStyles.LINE, Html.escaped(item.when())));
        }
        item.facts()
                .forEach(fact -> words.append(
                        "<p class=\"quiet\" style=\"%s\">%s</p>".formatted(MailStyles.QUIET, Html.escaped(fact))));
        if (item.sensitive()) {
            words.append("<p class=\"quiet\" style=\"%s\"><span class=\"chip\" style=\"%s\">%s</span>&#160; %s</p>"
                    .formatted(MailStyles.QUIET, MailStyles.CHIP, Item.MARKING, Item.BEHIND_SIGN_IN));
        }
        if (!item.words().isBlank()) {
            words.append(Html.paragraphs(
                    item.words(), each -> "<p style=\"margin:8px 0 0;overflow-wrap:anywhere\">%s</p>".formatted(each)));
        }
        LocalDate date = item.date();
        return date == null
                ? words.append("<p style=\"margin:0;font-size:8px;line-height:8px\">&#160;</p>")
                        .toString()
                : WITH_TILE.formatted(MONTH.format(date), date.getDayOfMonth(), WEEKDAY.format(date), words);
    }

    private static String title(Item item, int level) {
        String title = Html.escaped(item.title());
        String shown = item.href() == null
                ? title
                : "<a href=\"%s\" style=\"%s\">%s</a>"
                        .formatted(Html.escaped(item.href()), MailStyles.STRONG_LINK, title);
        return "<h%1$d style=\"%2$s\">%3$s</h%1$d>".formatted(level, MailStyles.HEADING_3, shown);
    }
}

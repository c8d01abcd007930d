package org.safercommunities.portal.bulletins.drawing;

import java.util.LinkedHashMap;
import java.util.Map;

/** The look of a bulletin in mail. Most of it stands in the elements themselves: some programs drop the head of a mail. */
final class MailStyles {

    static final String PARAGRAPH = "margin:0 0 12px;overflow-wrap:anywhere";
    static final String HEADING_1 =
            "margin:0 0 12px;font-size:30px;line-height:36px;font-weight:700;overflow-wrap:anywhere";
    static final String HEADING_2 = "margin:0;font-size:22px;line-height:30px;font-weight:700;overflow-wrap:anywhere";
    static final String HEADING_3 =
            "margin:0 0 4px;font-size:18px;line-height:26px;font-weight:700;overflow-wrap:anywhere";
    static final String HEADING_4 =
            "margin:0 0 4px;font-size:17px;line-height:26px;font-weight:700;overflow-wrap:anywhere";
    static final String LINK = "color:#5b2a86;text-decoration:underline;overflow-wrap:anywhere";
    static final String STRONG_LINK = LINK + ";font-weight:700";
    static final String LIST = "margin:0 0 12px;padding:0 0 0 24px";
    static final String LIST_ITEM = "margin:0 0 4px;overflow-wrap:anywhere";
    static final String QUOTE = "margin:0 0 12px;padding:0 0 0 16px;border-left:4px solid #5b2a86";
    static final String CODE = "margin:0 0 12px;white-space:pre-wrap;overflow-wrap:anywhere";
    static final String RULE = "margin:12px 0;border:0;border-top:1px solid #dfd9e8";
    static final String LINE = "margin:0;overflow-wrap:anywhere";
    static final String QUIET = "margin:0;font-size:15px;line-height:24px;color:#564e62;overflow-wrap:anywhere";
    static final String CHIP = "background-color:#8f3410;color:#ffffff;font-size:13px;line-height:22px;font-weight:700;"
            + "letter-spacing:.4px;padding:3px 8px;border-radius:4px;white-space:nowrap";

    /** What cannot stand in an element. */
    static final String HEAD = """
            .box td { border-radius: 6px; }
            .picture img { color: #564e62; line-height: 22px; }
            @media print { .foot, .greeting { display: none !important; } }
            """;

    private MailStyles() {}

    /** What changes in the dark. */
    static Map<String, String> dark() {
        Map<String, String> dark = new LinkedHashMap<>();
        dark.put(".sheet .quiet", "color: #bfb5cc !important;");
        dark.put(".sheet hr", "border-color: #393146 !important;");
        dark.put(".rule p", "border-top-color: #393146 !important;");
        dark.put(".sheet .box", "background: #262030 !important;");
        dark.put(".sheet .chip", "background-color: #ffbc94 !important; color: #42210f !important;");
        dark.put(".sheet .tile", "background-color: #262030 !important; border-color: #393146 !important;");
        dark.put(".sheet .day", "color: #f2eef7 !important;");
        dark.put(".sheet blockquote, .sheet .said", "border-left-color: #cbaef4 !important;");
        dark.put(".picture img", "color: #bfb5cc !important;");
        return dark;
    }
}

package org.safercommunities.portal.notifications;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What every mail of the portal looks like around its words: one column of 600 px made of tables by MJML, a band above, the
 * reason for it below, dark where the device asks for it.
 */
public final class MailFrame {

    private static final Mjml4j.Configuration BRITISH = new Mjml4j.Configuration("en-GB");

    private static final String PAGE = """
            <mjml>
              <mj-head>
                <mj-title>%1$s</mj-title>
                <mj-preview>%2$s</mj-preview>
                <mj-raw><meta name="color-scheme" content="light dark"/><meta name="supported-color-schemes" content="light dark"/></mj-raw>
                <mj-attributes>
                  <mj-all font-family="'Public Sans', Helvetica, Arial, sans-serif"/>
                  <mj-text font-size="17px" line-height="26px" color="#1d1826" padding="0 32px"/>
                </mj-attributes>
                <mj-style>%3$s</mj-style>
              </mj-head>
              <mj-body width="600px" background-color="#f7f5fa" css-class="page">
                <mj-section background-color="#3b1c63" padding="20px 0" css-class="band">
                  <mj-column>
                    <mj-text color="#ffffff"><p class="brand">Safer Communities</p><p class="team">%4$s</p></mj-text>
                  </mj-column>
                </mj-section>
                %5$s
                <mj-section background-color="#efebf5" padding="20px 0 28px" css-class="foot">
                  <mj-column>
                    <mj-text font-size="15px" line-height="22px" color="#564e62" css-class="quiet">%6$s</mj-text>
                  </mj-column>
                </mj-section>
              </mj-body>
            </mjml>
            """;

    private static final String STYLE = """
            :root { color-scheme: light dark; supported-color-schemes: light dark; }
            p { margin: 0 0 12px; overflow-wrap: anywhere; }
            .brand { margin: 0; font-size: 19px; line-height: 26px; font-weight: 700; }
            .team { margin: 0; font-size: 15px; line-height: 22px; color: #e6dcf4; }
            .foot a { color: #5b2a86; }
            """;

    private static final Map<String, String> DARK = dark();

    private MailFrame() {}

    /**
     * @param title of the mail, for those who list windows
     * @param preview what mail programs show behind the subject
     * @param line below the name of the portal, for example who writes
     * @param foot why it came and what to do about it, as paragraphs
     */
    public record Words(String title, String preview, String line, String foot) {}

    /**
     * Draws a mail. All words are HTML already.
     *
     * @param style CSS beyond what every mail has
     * @param darkStyle what changes in the dark: declarations by selector, each of one element or class
     * @param sheet sections of MJML
     */
    public static String drawn(Words words, String style, Map<String, String> darkStyle, String sheet) {
        return Mjml4j.render(mjml(words, style, darkStyle, sheet), BRITISH);
    }

    /** The mail before MJML has drawn it. */
    public static String mjml(Words words, String style, Map<String, String> darkStyle, String sheet) {
        Map<String, String> allDark = new LinkedHashMap<>(DARK);
        allDark.putAll(darkStyle);
        return PAGE.formatted(
                words.title(), words.preview(), STYLE + style + inTheDark(allDark), words.line(), sheet, words.foot());
    }

    /** Twice: for programs that know how to ask the device, and for Outlook’s, which mark the page instead. */
    private static String inTheDark(Map<String, String> dark) {
        String asked = dark.entrySet().stream()
                .map(rule -> "%s { %s }".formatted(rule.getKey(), rule.getValue()))
                .collect(Collectors.joining("\n"));
        String marked = dark.entrySet().stream()
                .map(rule -> "%s { %s }".formatted(markedAsDark(rule.getKey()), rule.getValue()))
                .collect(Collectors.joining("\n"));
        return "@media (prefers-color-scheme: dark) {\n%s\n}\n%s\n".formatted(asked, marked);
    }

    private static String markedAsDark(String selectors) {
        return "[data-ogsc] " + selectors.replace(", ", ", [data-ogsc] ");
    }

    private static Map<String, String> dark() {
        Map<String, String> dark = new LinkedHashMap<>();
        dark.put("body, .page", "background-color: #131018 !important;");
        dark.put(".sheet, .sheet > table", "background: #1c1824 !important; background-color: #1c1824 !important;");
        dark.put(".foot, .foot > table", "background: #131018 !important; background-color: #131018 !important;");
        dark.put(".ink div", "color: #f2eef7 !important;");
        dark.put(".quiet div", "color: #bfb5cc !important;");
        dark.put(".sheet a, .foot a", "color: #cbaef4 !important;");
        dark.put(".button td, .sheet .button a", "background: #cbaef4 !important; color: #23103c !important;");
        return dark;
    }
}

package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.util.HtmlUtils;

/**
 * Numbers as one picture, drawn on the server: it needs no script, prints, and follows the colours of the page. Widths are shares of
 * what there is, so that the words in it stay as large on a phone as at a desk. The numbers stand in a table beside it.
 */
abstract class Chart extends Div {

    /**
     * @param title what the picture is of
     * @param description what it shows, for those who do not see it
     */
    Chart(String className, String title, String description, int height, String drawing) {
        addClassNames("sc-chart", className);
        String id = "chart-" + UUID.randomUUID();
        // As the browser reads it: as components its attributes would lose their capitals, and with them their meaning
        getElement()
                .setProperty(
                        "innerHTML",
                        "<svg role=\"img\" aria-labelledby=\"%1$s-t\" aria-describedby=\"%1$s-d\" height=\"%2$d\" focusable=\"false\"><title id=\"%1$s-t\">%3$s</title><desc id=\"%1$s-d\">%4$s</desc>%5$s</svg>"
                                .formatted(id, height, escaped(title), escaped(description), drawing));
    }

    static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }

    static String number(int value) {
        return String.format(Locale.UK, "%,d", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}

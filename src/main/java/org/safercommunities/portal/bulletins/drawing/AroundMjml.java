package org.safercommunities.portal.bulletins.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps finished HTML while MJML draws what is around it, and puts it back. MJML's parser would read it again for nothing, and
 * the one in Java does not find the end of a table that holds another.
 */
final class AroundMjml {

    /** Nobody can type it: it is made when the bulletin was written already. */
    private final String mark = "kept" + UUID.randomUUID().toString().replace("-", "");

    private final Pattern marks = Pattern.compile(mark + "-(\\d+)-");
    private final List<String> kept = new ArrayList<>();

    /** What stands in the MJML instead. */
    String keep(String html) {
        kept.add(html);
        return "%s-%d-".formatted(mark, kept.size() - 1);
    }

    String restored(String drawn) {
        return marks.matcher(drawn)
                .replaceAll(found -> Matcher.quoteReplacement(kept.get(Integer.parseInt(found.group(1)))));
    }
}

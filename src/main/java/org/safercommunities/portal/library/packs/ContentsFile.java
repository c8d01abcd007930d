package org.safercommunities.portal.library.packs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.FileSize;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/** The list in a zip of what is in it, for people and for printing, written piece by piece; as a page and as plain text. */
abstract class ContentsFile {

    static final String HANDLE = "Share only with colleagues who need it for their work.";

    private String section = "";

    abstract String name();

    abstract String top(PackDetails pack, String portal, Instant now);

    abstract String section(String words);

    /** @param file the name it has in the zip; empty for what is no file */
    abstract String member(PackMember member, String number, String file, String portal);

    abstract String bottom();

    /** A member, with its section before the first of it. */
    final byte[] next(PackMember member, String number, String file, String portal) {
        String heading =
                member.section().equals(section) || member.section().isEmpty() ? "" : section(member.section());
        section = member.section();
        return bytes(heading + member(member, number, file, portal));
    }

    static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private static String taken(PackDetails pack, String portal, Instant now) {
        return "Taken from the Safer Communities Portal on %s: %slibrary/collections/%s"
                .formatted(Dates.moment(now), portal, pack.id());
    }

    private static String handling(PackMember.Document document) {
        String said = document.handling();
        return document.marking() == Marking.OFFICIAL_SENSITIVE ? said == null || said.isBlank() ? HANDLE : said : "";
    }

    private static String facts(PackMember.Document document) {
        return "%s, version %d, %s"
                .formatted(document.marking().label(), document.version(), FileSize.of(document.size()));
    }

    /** To be read in any browser, without scripts. */
    static final class Page extends ContentsFile {

        @Override
        String name() {
            return "Contents.html";
        }

        @Override
        String top(PackDetails pack, String portal, Instant now) {
            String title = html(pack.description().title());
            return """
                    <!DOCTYPE html>
                    <html lang="en-GB"><head><meta charset="utf-8"><title>%s</title>
                    <meta name="viewport" content="width=device-width">
                    <style>body{font:17px/1.55 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1d1826}
                    h1{line-height:1.2}a{color:#5b2a86}li{margin:0 0 1rem;list-style:none}ul{padding:0}
                    .m{font-size:.88rem;color:#564e62}.s{color:#8f3410;font-weight:700}</style></head><body><main>
                    <p class="m">%s</p><h1>%s</h1><p>%s</p><p class="m">%s</p><ul>
                    """.formatted(
                            title,
                            html(pack.contents().marking().label()),
                            title,
                            html(pack.description().description()).replace("\n", "<br>"),
                            html(taken(pack, portal, now)));
        }

        @Override
        String section(String words) {
            return "</ul><h2>%s</h2><ul>%n".formatted(html(words));
        }

        @Override
        String member(PackMember member, String number, String file, String portal) {
            StringBuilder item = new StringBuilder("<li>");
            if (!file.isEmpty()) {
                item.append(
                        link("./" + UriUtils.encodePath(file, StandardCharsets.UTF_8), number + " " + member.title()));
            } else {
                item.append(link(address(member, portal), member.title()));
            }
            PackMember.Document document = member.document();
            if (document != null) {
                boolean sensitive = document.marking() == Marking.OFFICIAL_SENSITIVE;
                item.append("<br><span class=\"m")
                        .append(sensitive ? " s" : "")
                        .append("\">")
                        .append(html(facts(document)));
                item.append("</span>");
                if (sensitive) {
                    item.append("<br><span class=\"m s\">")
                            .append(html(handling(document)))
                            .append("</span>");
                }
            } else {
                item.append("<br><span class=\"m\">").append(html(when(member))).append("</span>");
            }
            if (!member.note().isEmpty()) {
                item.append("<br>").append(html(member.note()));
            }
            return item.append("</li>\n").toString();
        }

        @Override
        String bottom() {
            return "</ul></main></body></html>\n";
        }

        private static String link(String address, String words) {
            return "<a href=\"%s\">%s</a>".formatted(html(address), html(words));
        }

        private static String html(String words) {
            return HtmlUtils.htmlEscape(words, "UTF-8");
        }
    }

    /** The same in plain words. */
    static final class Text extends ContentsFile {

        @Override
        String name() {
            return "Contents.txt";
        }

        @Override
        String top(PackDetails pack, String portal, Instant now) {
            return lines(
                    pack.contents().marking().label(),
                    "",
                    pack.description().title(),
                    "",
                    pack.description().description(),
                    "",
                    taken(pack, portal, now),
                    "");
        }

        @Override
        String section(String words) {
            return lines("", words.toUpperCase(Locale.UK), "");
        }

        @Override
        String member(PackMember member, String number, String file, String portal) {
            PackMember.Document document = member.document();
            StringBuilder item = new StringBuilder(lines(file.isEmpty() ? "- " + member.title() : file));
            if (document != null) {
                item.append(lines("  " + facts(document)));
                if (document.marking() == Marking.OFFICIAL_SENSITIVE) {
                    item.append(lines("  How to handle it: " + handling(document)));
                }
            } else {
                item.append(lines("  " + when(member), "  " + address(member, portal)));
            }
            return member.note().isEmpty()
                    ? item.toString()
                    : item.append(lines("  " + member.note())).toString();
        }

        @Override
        String bottom() {
            return "";
        }
    }

    private static String address(PackMember member, String portal) {
        PackEvent event = member.event();
        return event == null ? member.address() : portal + event.path();
    }

    private static String when(PackMember member) {
        PackEvent event = member.event();
        return event == null ? "Link" : Dates.span(event.start(), event.end());
    }

    /** With the line ends that every system’s plainest editor knows. */
    static String lines(String... words) {
        return String.join("\r\n", words) + "\r\n";
    }
}

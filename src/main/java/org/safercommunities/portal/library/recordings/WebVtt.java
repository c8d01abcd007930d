package org.safercommunities.portal.library.recordings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safercommunities.portal.library.InvalidDocument;

/**
 * Reads captions in WebVTT, and in SubRip, which people have as often, and writes WebVTT anew from the times and the words: styles,
 * positions and whatever else stood in the file stay behind.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/">WebVTT</a>
 */
final class WebVtt {

    static final int MOST_CHARACTERS = 4_000_000;
    private static final int MOST_CUES = 20_000;
    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{3})");
    private static final Pattern SPEAKER = Pattern.compile("<v(?:\\.[^\\s>]*)?\\s+([^>]*)>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private final String[] lines;
    private int next;

    private WebVtt(String content) {
        lines = content.split("\\r\\n|\\r|\\n", -1);
    }

    /** @throws InvalidDocument when these are no captions, with the line where it went wrong */
    static List<Cue> read(String content) {
        if (content.length() > MOST_CHARACTERS) {
            throw new InvalidDocument("captions", "Captions have at most %,d characters".formatted(MOST_CHARACTERS));
        }
        return new WebVtt(content.startsWith("\uFEFF") ? content.substring(1) : content).cues();
    }

    private List<Cue> cues() {
        boolean vtt = lines[0].startsWith("WEBVTT");
        if (vtt) {
            skipBlock();
        }
        List<Cue> cues = new ArrayList<>();
        while (next < lines.length) {
            if (lines[next].isBlank()) {
                next++;
            } else if (vtt && lines[next].matches("(NOTE|STYLE|REGION)(\\s.*)?")) {
                skipBlock();
            } else {
                cues.add(cue());
                if (cues.size() > MOST_CUES) {
                    throw new InvalidDocument("captions", "Captions have at most %,d parts".formatted(MOST_CUES));
                }
            }
        }
        if (cues.isEmpty()) {
            throw new InvalidDocument(
                    "captions", "There are no captions in this file. Choose a file in WebVTT (.vtt) or SubRip (.srt)");
        }
        cues.sort(Comparator.comparingLong(Cue::start));
        return List.copyOf(cues);
    }

    private Cue cue() {
        int first = next;
        // A number or name may stand before the times
        if (!lines[next].contains("-->") && next + 1 < lines.length) {
            next++;
        }
        String[] times = lines[next].split("-->", 2);
        if (times.length < 2) {
            throw wrong(first, "there should be times such as 00:01.000 --> 00:04.000");
        }
        long start = time(times[0]);
        long end = time(times[1].strip().split("\\s", 2)[0]);
        if (end < start) {
            throw wrong(next, "the end is before the beginning");
        }
        next++;
        StringBuilder text = new StringBuilder();
        while (next < lines.length && !lines[next].isBlank()) {
            text.append(text.isEmpty() ? "" : "\n").append(plain(lines[next++]));
        }
        return new Cue(start, end, text.toString().strip());
    }

    private long time(String words) {
        Matcher time = TIME.matcher(words.strip());
        if (!time.matches()) {
            throw wrong(next, "“%s” is no time such as 00:01.000".formatted(words.strip()));
        }
        long hours = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
        return ((hours * 60 + Long.parseLong(time.group(2))) * 60 + Long.parseLong(time.group(3))) * 1000
                + Long.parseLong(time.group(4));
    }

    private void skipBlock() {
        while (next < lines.length && !lines[next].isBlank()) {
            next++;
        }
    }

    private static InvalidDocument wrong(int line, String what) {
        return new InvalidDocument("captions", "In line %d of the captions %s".formatted(line + 1, what));
    }

    private static String plain(String line) {
        return TAG.matcher(SPEAKER.matcher(line).replaceAll("$1: "))
                .replaceAll("")
                .replace("&nbsp;", " ")
                .replace("&lrm;", "")
                .replace("&rlm;", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("[\\p{Cntrl}&&[^\\t]]", "");
    }

    static String write(List<Cue> cues) {
        StringBuilder vtt = new StringBuilder("WEBVTT\n");
        for (Cue cue : cues) {
            vtt.append('\n')
                    .append(written(cue.start()))
                    .append(" --> ")
                    .append(written(cue.end()))
                    .append('\n');
            vtt.append(cue.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                    .append('\n');
        }
        return vtt.toString();
    }

    private static String written(long millis) {
        return "%02d:%02d:%02d.%03d"
                .formatted(millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, millis % 1000);
    }
}

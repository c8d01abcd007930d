package org.safercommunities.portal.library.contributions;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Marking;

/**
 * What somebody says of a document that they offer. A draft may say nothing yet; what must be said to send it is asked for by
 * {@link #unlessComplete}.
 *
 * @param description what it is, and for whom
 * @param kind slug
 * @param topics slugs
 * @param handling for OFFICIAL-SENSITIVE: what a reader may do with it
 * @param audienceWish in words, who may see it; empty for everyone. The team decides
 * @param note of a newer version: what changed
 * @param named whether the author's name is shown beside that of their agency
 * @param mayShare the author says that they may pass it on, and that others may use it again
 * @param noPersonalData the author says that it tells nothing of people who can be recognised
 */
public record ContributionContent(
        String title,
        String description,
        String kind,
        Set<String> topics,
        Marking marking,
        String handling,
        String audienceWish,
        String note,
        boolean named,
        boolean mayShare,
        boolean noPersonalData) {

    public static final int LONGEST_TITLE = 250;
    public static final int LONGEST_DESCRIPTION = 2_000;
    public static final int LONGEST_HANDLING = 500;
    public static final int LONGEST_WISH = 500;
    public static final int LONGEST_NOTE = 1_000;
    private static final int MOST_TOPICS = 20;

    public ContributionContent {
        title = title.strip().replaceAll("\\p{Cntrl}+", " ");
        description = description.strip();
        topics = Set.copyOf(topics);
        handling = marking == Marking.OFFICIAL_SENSITIVE ? handling.strip() : "";
        audienceWish = audienceWish.strip();
        note = note.strip();
        unlessLonger("title", "title", title, LONGEST_TITLE);
        unlessLonger("description", "text", description, LONGEST_DESCRIPTION);
        unlessLonger("handling", "handling instruction", handling, LONGEST_HANDLING);
        unlessLonger("audienceWish", "wish", audienceWish, LONGEST_WISH);
        unlessLonger("note", "note on what changed", note, LONGEST_NOTE);
        if (topics.size() > MOST_TOPICS) {
            throw new InvalidDocument("topics", "Choose at most %d topics".formatted(MOST_TOPICS));
        }
    }

    /** Nothing said yet, but what the file is called. */
    public static ContributionContent titled(String title) {
        return new ContributionContent(
                title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
                "",
                "other",
                Set.of(),
                Marking.OFFICIAL,
                "",
                "",
                "",
                false,
                false,
                false);
    }

    private static void unlessLonger(String field, String name, String text, int most) {
        if (text.length() > most) {
            throw new InvalidDocument(field, "Shorten the %s to at most %,d characters".formatted(name, most));
        }
    }

    /** @throws InvalidDocument with the first thing that is missing for it to be sent */
    void unlessComplete(boolean newerVersion) {
        missing(newerVersion).findFirst().ifPresent(fault -> {
            throw fault;
        });
    }

    /** What is missing for it to be sent, in the order of the form. */
    public List<InvalidDocument> missing(boolean newerVersion, boolean hasFile) {
        Stream<InvalidDocument> file =
                hasFile ? Stream.of() : Stream.of(new InvalidDocument("file", "Choose the file that you offer"));
        return Stream.concat(file, missing(newerVersion)).toList();
    }

    private Stream<InvalidDocument> missing(boolean newerVersion) {
        return Stream.of(
                        fault(title.isEmpty(), "title", "Enter a title"),
                        fault(
                                description.isEmpty() && !newerVersion,
                                "description",
                                "Say in a sentence or two what it is, and for whom"),
                        fault(note.isEmpty() && newerVersion, "note", "Say what has changed"),
                        fault(!mayShare, "mayShare", "Confirm that you may share it, and that others may use it again"),
                        fault(!noPersonalData, "noPersonalData", "Confirm that there is no personal data in it"))
                .flatMap(List::stream);
    }

    private static List<InvalidDocument> fault(boolean wrong, String field, String message) {
        return wrong ? List.of(new InvalidDocument(field, message)) : List.of();
    }
}

package org.safercommunities.portal.search;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing of any module as search knows it.
 *
 * @param source the module's name for things of this sort, for example {@code documents}
 * @param id its id in that module
 * @param description a sentence or two by whoever published it; may be empty
 * @param body the words inside it; may be empty, and beyond {@value #MOST_CHARACTERS} characters is cut
 * @param kind slug
 * @param topics slugs
 * @param agency slug of the agency it comes from
 * @param date the day it is sorted and filtered by
 * @param path where a reader goes, for example {@code library/…}
 * @param audienceTokens the locks of its audience; nobody finds it when there are none
 * @param facts what a result shows beside these, by the names below or a module's own; never searched
 * @param validity when it may be found
 */
public record SearchEntry(
        String source,
        UUID id,
        String title,
        String description,
        String body,
        String kind,
        Set<String> topics,
        @Nullable String agency,
        LocalDate date,
        String path,
        Set<String> audienceTokens,
        Map<String, String> facts,
        Validity validity) {

    /** Longer bodies are cut here: about 500 pages. */
    public static final int MOST_CHARACTERS = 1_000_000;

    /** Fact: the moment of publication, ISO 8601; things of one day are sorted by it. */
    public static final String PUBLISHED = "published";
    /** Fact: the protective marking. */
    public static final String MARKING = "marking";
    /** What to heed with it. */
    public static final String HANDLING = "handling";
    /** Fact: media type of the file. */
    public static final String MEDIA_TYPE = "mediaType";
    /** Fact: size in bytes. */
    public static final String SIZE = "size";
    /** Fact: number of the version. */
    public static final String VERSION = "version";
    /** Fact: number of pages. */
    public static final String PAGES = "pages";
    /** Fact: the day by which somebody should have looked whether it still holds, ISO 8601. */
    public static final String REVIEW_DUE = "reviewDue";
    /** Fact: path of a small picture. */
    public static final String THUMBNAIL = "thumbnail";

    /** A thing that may be found from now on. */
    public SearchEntry(
            String source,
            UUID id,
            String title,
            String description,
            String body,
            String kind,
            Set<String> topics,
            @Nullable String agency,
            LocalDate date,
            String path,
            Set<String> audienceTokens,
            Map<String, String> facts) {
        this(
                source,
                id,
                title,
                description,
                body,
                kind,
                topics,
                agency,
                date,
                path,
                audienceTokens,
                facts,
                Validity.ALWAYS);
    }

    public SearchEntry {
        topics = Set.copyOf(topics);
        audienceTokens = Set.copyOf(audienceTokens);
        facts = Map.copyOf(facts);
    }
}

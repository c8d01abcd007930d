package org.safercommunities.portal.library.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.shared.ui.FoundRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.storage.MediaTypes;
import org.safercommunities.portal.storage.NoPreview;
import org.safercommunities.portal.storage.Pages;
import org.springframework.stereotype.Component;

/** Turns the slugs and types of documents into the words that people know. */
@Component
class LibraryWords {

    /** The name that search knows the library by. */
    static final String DOCUMENTS = "documents";

    private final Topics topics;
    private final Agencies agencies;
    private final MediaTypes mediaTypes;
    private final Pages pages;
    private final List<FoundRows> others;

    LibraryWords(Topics topics, Agencies agencies, MediaTypes mediaTypes, Pages pages, List<FoundRows> others) {
        this.topics = topics;
        this.agencies = agencies;
        this.mediaTypes = mediaTypes;
        this.pages = pages;
        this.others = List.copyOf(others);
    }

    /** How things of another module look among results; empty for documents. */
    Optional<FoundRows> other(String source) {
        return others.stream().filter(other -> other.source().equals(source)).findFirst();
    }

    /** The names as they are now, for one rendering of a page: three statements, however many rows. */
    Names names() {
        Map<String, String> kinds = new HashMap<>();
        others.forEach(other -> kinds.putAll(other.kinds()));
        topics.kinds().forEach(kind -> kinds.put(kind.slug(), kind.name()));
        Map<String, String> sources = new HashMap<>(Map.of(DOCUMENTS, "Documents"));
        others.forEach(other -> sources.put(other.source(), other.name()));
        return new Names(
                topics.names(),
                kinds,
                agencies.all().stream().collect(Collectors.toMap(AgencySummary::slug, AgencySummary::name)),
                sources);
    }

    /** “PDF, 14 pages”, “Word”, “PowerPoint, 9 slides”. */
    String format(String mediaType, @org.jspecify.annotations.Nullable Integer pages) {
        String name = mediaTypes.friendlyName(mediaType);
        if (pages == null || pages < 1) {
            return name;
        }
        return "%s, %s".formatted(name, counted(name, pages));
    }

    /** “14 pages”, “9 slides” after these words; nothing when nobody has counted. */
    String pages(String before, VersionSummary version) {
        Integer pages = version.pages();
        return pages == null || pages < 1 ? "" : before + counted(formatName(version.mediaType()), pages);
    }

    private static String counted(String name, int pages) {
        String unit = switch (name) {
            case "Excel" -> pages == 1 ? "sheet" : "sheets";
            case "PowerPoint" -> pages == 1 ? "slide" : "slides";
            default -> pages == 1 ? "page" : "pages";
        };
        return pages + " " + unit;
    }

    String formatName(String mediaType) {
        return mediaTypes.friendlyName(mediaType);
    }

    boolean shownInPlace(String mediaType) {
        return mediaTypes.inlineSafe(mediaType);
    }

    /** Whether its first page can be drawn; a single file may still have none. */
    boolean hasPicture(String mediaType) {
        return pages.available(mediaType);
    }

    /** How many pages of a version can be shown. Blocks while they are drawn for the first time. */
    int countPages(VersionSummary version) throws NoPreview {
        return pages.count(version.sha256(), version.mediaType());
    }

    Icon icon(String mediaType) {
        return switch (mediaTypes.friendlyName(mediaType)) {
            case "Excel", "Table", "OpenDocument spreadsheet" -> Icon.FILE_SPREADSHEET;
            case "PowerPoint", "OpenDocument presentation" -> Icon.PRESENTATION;
            case "Picture" -> Icon.IMAGE;
            case "ZIP file" -> Icon.FILE_ARCHIVE;
            case "Email" -> Icon.MAIL;
            case "PDF", "Word", "Text", "OpenDocument text", "Web page" -> Icon.FILE_TEXT;
            default -> Icon.FILE;
        };
    }

    record Names(
            Map<String, String> topics,
            Map<String, String> kinds,
            Map<String, String> agencies,
            Map<String, String> sources) {

        String topic(String slug) {
            return topics.getOrDefault(slug, slug);
        }

        String kind(String slug) {
            return kinds.getOrDefault(slug, slug);
        }

        String agency(@org.jspecify.annotations.Nullable String slug) {
            return slug == null ? "" : agencies.getOrDefault(slug, slug);
        }

        String of(Facet facet, String value) {
            return switch (facet) {
                case TOPIC -> topic(value);
                case KIND -> kind(value);
                case AGENCY -> agency(value);
                case SOURCE -> sources.getOrDefault(value, value);
                default -> value;
            };
        }
    }
}

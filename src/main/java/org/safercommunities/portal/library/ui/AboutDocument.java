package org.safercommunities.portal.library.ui;

import java.util.Set;
import java.util.stream.Collectors;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.library.recordings.Captions;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Facts;

/** What is known of a document, by name and value. */
final class AboutDocument {

    private AboutDocument() {}

    static Facts of(DocumentDetails document, VersionSummary current, LibraryWords.Names names, DocumentPeople people) {
        Facts facts = new Facts();
        facts.fact("From", names.agency(document.agency()));
        people.contributor(document.id()).ifPresent(name -> facts.fact("Written by", name));
        facts.fact("Owner", people.names(Set.of(document.owner())).getOrDefault(document.owner(), "the portal"));
        var published = document.publishedAt();
        if (published != null) {
            facts.fact("Published", Dates.moment(published));
        }
        var review = document.description().reviewOn();
        if (review != null) {
            facts.fact("Review due", Dates.full(review));
        }
        if (!document.description().topics().isEmpty()) {
            facts.fact(
                    "Topics",
                    document.description().topics().stream()
                            .map(names::topic)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        facts.fact("File name", current.fileName());
        facts.fact("In search", searchable(current));
        return facts;
    }

    private static String searchable(VersionSummary version) {
        String reason = version.readingReason();
        return switch (version.reading()) {
            case TEXT -> "By its title, description and all its words";
            case NO_TEXT ->
                Captions.isRecording(version.mediaType())
                        ? "By its title and description, and by its transcript when it has captions"
                        : "By its title and description only. " + (reason == null ? "" : reason);
            case PENDING -> "By its title and description; its words are being read";
            default -> "By its title and description only. " + (reason == null ? "" : reason);
        };
    }
}

package org.safercommunities.portal.library.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.DownloadTrail;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.library.Withdrawal;
import org.springframework.stereotype.Component;

/** Writes documents as JSON. */
@Component
class DocumentJsons {

    private static final ZoneId KENT = ZoneId.of("Europe/London");

    private final PersonList people;
    private final DownloadTrail trail;

    DocumentJsons(PersonList people, DownloadTrail trail) {
        this.people = people;
        this.trail = trail;
    }

    DocumentJson of(DocumentDetails document, Reader reader) {
        var said = document.description();
        VersionSummary current = document.current();
        boolean staff = reader.is(Role.EDITOR);
        Instant published = document.publishedAt();
        return new DocumentJson(
                document.id().toString(),
                said.title(),
                said.description(),
                said.kind(),
                said.topics().stream().sorted().toList(),
                document.agency(),
                said.marking().label(),
                said.handling(),
                document.state().name(),
                published == null ? null : time(published),
                said.reviewOn(),
                timeOrNull(document.term().visibleFrom()),
                timeOrNull(document.term().visibleUntil()),
                staff ? document.term().disposeOn() : null,
                staff ? document.term().retentionBasis() : null,
                staff ? people.find(document.owner()).map(PersonSummary::email).orElse(null) : null,
                withdrawn(document.withdrawal()),
                current.mediaType(),
                current.size(),
                current.number(),
                current.fileName(),
                current.pages(),
                processing(current),
                scan(current, staff),
                staff ? warnings(current, said.marking().label()) : List.of(),
                document.versions().stream()
                        .map(version -> version(version, staff))
                        .toList(),
                staff ? access(said.audience()) : null,
                staff ? trail.count(document.id()) : null,
                null);
    }

    private static DocumentJson.@Nullable Withdrawn withdrawn(@Nullable Withdrawal withdrawal) {
        if (withdrawal == null) {
            return null;
        }
        UUID instead = withdrawal.replacedBy();
        return new DocumentJson.Withdrawn(
                time(withdrawal.at()), withdrawal.reason(), instead == null ? null : instead.toString());
    }

    private static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atZone(KENT).toOffsetDateTime();
    }

    private static DocumentJson.Processing processing(VersionSummary version) {
        return new DocumentJson.Processing(version.reading().name(), version.readingReason());
    }

    private static DocumentJson.Scan scan(VersionSummary version, boolean staff) {
        return new DocumentJson.Scan(
                version.scan().state().name(), staff ? version.scan().finding() : null);
    }

    private static List<String> warnings(VersionSummary version, String marking) {
        return version.higherMarkings().stream()
                .filter(found -> !found.equals(marking))
                .map(found -> "The file has words that look like the marking %s".formatted(found))
                .toList();
    }

    private static DocumentJson.VersionJson version(VersionSummary version, boolean staff) {
        return new DocumentJson.VersionJson(
                version.number(),
                version.sha256(),
                version.size(),
                version.fileName(),
                version.mediaType(),
                version.note(),
                time(version.addedAt()),
                processing(version),
                scan(version, staff));
    }

    private DocumentJson.Access access(Audience audience) {
        List<String> emails = audience.people().stream()
                .map(people::find)
                .flatMap(java.util.Optional::stream)
                .map(person -> person.email())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        List<String> why = new ArrayList<>();
        if (audience.everyone()) {
            why.add("everyone who signs in");
        }
        audience.agencies().stream().sorted().forEach(agency -> why.add("people of " + agency));
        audience.groups().stream().sorted().forEach(group -> why.add("members of " + group));
        emails.forEach(why::add);
        why.add(
                audience.groups().isEmpty()
                        ? "editors"
                        : "editors only where one of these fits them, because it names a group");
        return new DocumentJson.Access(
                audience.everyone(),
                audience.agencies().stream().sorted().toList(),
                audience.groups().stream().sorted().toList(),
                emails,
                "May be seen by " + String.join("; ", why) + ".");
    }
}

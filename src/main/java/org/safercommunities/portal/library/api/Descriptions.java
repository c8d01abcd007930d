package org.safercommunities.portal.library.api;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Marking;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the API's callers say of documents, strictly: a misspelt "audience" must not mean everyone. */
@Component
class Descriptions {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Agencies agencies;
    private final Groups groups;
    private final PersonList people;

    Descriptions(Agencies agencies, Groups groups, PersonList people) {
        this.agencies = agencies;
        this.groups = groups;
        this.people = people;
    }

    DocumentMetadata read(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return DocumentMetadata.NOTHING_SAID;
        }
        try {
            return STRICT.readValue(json, DocumentMetadata.class);
        } catch (JacksonException notAsExpected) {
            throw new InvalidDocument(
                    "metadata",
                    "The metadata is not JSON of the documented form: " + notAsExpected.getOriginalMessage());
        }
    }

    DocumentDescription fresh(DocumentMetadata said, String fileName) {
        return new DocumentDescription(
                said.title() == null ? withoutEnding(fileName) : said.title(),
                orElse(said.description(), ""),
                orElse(said.kind(), "other"),
                topics(said.topics() == null ? List.of() : said.topics()),
                Marking.of(orElse(said.marking(), "OFFICIAL")),
                said.handling(),
                said.audience() == null ? Audience.ofEveryone() : audience(said.audience()),
                said.reviewOn());
    }

    DocumentDescription changed(DocumentDescription before, DocumentMetadata said) {
        return new DocumentDescription(
                orElse(said.title(), before.title()),
                orElse(said.description(), before.description()),
                orElse(said.kind(), before.kind()),
                said.topics() == null ? before.topics() : topics(said.topics()),
                said.marking() == null ? before.marking() : Marking.of(said.marking()),
                said.handling() == null ? before.handling() : said.handling(),
                said.audience() == null ? before.audience() : audience(said.audience()),
                said.reviewOn() == null ? before.reviewOn() : said.reviewOn());
    }

    private Audience audience(DocumentMetadata.AudienceJson said) {
        Set<String> wantedAgencies = new LinkedHashSet<>(said.agencies() == null ? List.of() : said.agencies());
        Set<String> wantedGroups = new LinkedHashSet<>(said.groups() == null ? List.of() : said.groups());
        // Letter by letter, as search compares locks and keys; the database would take KENT-POLICE for kent-police
        unlessKnown("agency", wantedAgencies, agencies.all().stream().map(AgencySummary::slug));
        unlessKnown("group", wantedGroups, groups.all().stream().map(GroupSummary::slug));
        Set<UUID> wantedPeople = new HashSet<>();
        for (String email : said.people() == null ? List.<String>of() : said.people()) {
            wantedPeople.add(people.findByEmail(email)
                    .map(PersonSummary::id)
                    .orElseThrow(() -> new InvalidDocument(
                            "audience",
                            "Nobody here has the address %s; they need to have signed in once, or be named"
                                    .formatted(email))));
        }
        boolean everyone = Boolean.TRUE.equals(said.everyone());
        if (!everyone && wantedAgencies.isEmpty() && wantedGroups.isEmpty() && wantedPeople.isEmpty()) {
            throw new InvalidDocument(
                    "audience", "Say who may see it: everyone, agencies, groups or people. Leave it out for everyone.");
        }
        return new Audience(everyone, wantedAgencies, wantedGroups, wantedPeople);
    }

    private static void unlessKnown(String what, Set<String> wanted, Stream<String> known) {
        Set<String> all = known.collect(Collectors.toSet());
        for (String slug : wanted) {
            if (!all.contains(slug)) {
                throw new InvalidDocument("audience", "There is no %s “%s”".formatted(what, slug));
            }
        }
    }

    private static Set<String> topics(List<String> slugs) {
        return new LinkedHashSet<>(slugs);
    }

    private static String orElse(@Nullable String said, String otherwise) {
        return said == null ? otherwise : said;
    }

    private static String withoutEnding(String fileName) {
        String name = fileName.replaceAll(".*[/\\\\]", "");
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return stem.isBlank() ? "Document" : stem;
    }
}

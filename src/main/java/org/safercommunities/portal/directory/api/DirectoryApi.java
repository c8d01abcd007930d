package org.safercommunities.portal.directory.api;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.directory.Directory;
import org.safercommunities.portal.directory.DirectoryEntry;
import org.safercommunities.portal.directory.DirectoryPerson;
import org.safercommunities.portal.directory.DirectoryQuery;
import org.safercommunities.portal.directory.DirectoryQuery.Who;
import org.safercommunities.portal.directory.InvalidDirectoryEntry;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people to turn to, and the caller’s own entry among them. */
@RestController
@Tag(name = "Directory")
class DirectoryApi {

    private static final int MOST = 200;

    private final Directory directory;
    private final CurrentReader currentReader;

    DirectoryApi(Directory directory, CurrentReader currentReader) {
        this.directory = directory;
        this.currentReader = currentReader;
    }

    record Found(List<DirectoryPerson> items, int total) {}

    /** @param listed left out: as the role has it */
    record Said(
            @Nullable Boolean listed,
            @Nullable String job,
            @Nullable String phone,
            @Nullable String about,
            @Nullable Set<String> leads) {

        static Said of(DirectoryEntry entry) {
            return new Said(entry.listed(), entry.job(), entry.phone(), entry.about(), entry.leads());
        }

        DirectoryEntry entry() {
            return new DirectoryEntry(
                    listed,
                    requireNonNullElse(job, ""),
                    requireNonNullElse(phone, ""),
                    requireNonNullElse(about, ""),
                    leads == null ? Set.of() : leads);
        }
    }

    @Operation(summary = "Who leads on what, the coordinators and the team; who: ALL, TEAM or COORDINATORS")
    @GetMapping("/api/v1/directory")
    Found search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String topic,
            @RequestParam @Nullable String agency,
            @RequestParam(defaultValue = "ALL") Who who,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (page < 0 || page > Integer.MAX_VALUE / MOST || size < 1 || size > MOST) {
            throw new InvalidDirectoryEntry("size", "Pages count from 0; a page has 1 to %d people".formatted(MOST));
        }
        DirectoryQuery query = new DirectoryQuery(q, topic, agency, who);
        return new Found(directory.search(query, page * size, size), directory.count(query));
    }

    @Operation(summary = "What you say of yourself there")
    @GetMapping("/api/v1/me/directory")
    Said mine() {
        return Said.of(directory.mine(currentReader.get()));
    }

    @Operation(summary = "Say it anew: {\"listed\": true, \"job\", \"phone\", \"about\", \"leads\": [topics]}")
    @PutMapping(path = "/api/v1/me/directory", consumes = MediaType.APPLICATION_JSON_VALUE)
    Said keep(@RequestBody String body) {
        DirectoryEntry entry =
                StrictJson.read(body, Said.class, InvalidDirectoryEntry::new).entry();
        directory.keep(entry, currentReader.get());
        return Said.of(entry);
    }
}

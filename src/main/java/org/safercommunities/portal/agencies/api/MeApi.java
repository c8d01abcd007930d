package org.safercommunities.portal.agencies.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PersonalCopy;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.CurrentPerson;
import org.safercommunities.portal.shared.SignedInPerson;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Me")
class MeApi {

    private final CurrentReader reader;
    private final CurrentPerson person;
    private final PersonalCopy copy;

    MeApi(CurrentReader reader, CurrentPerson person, PersonalCopy copy) {
        this.reader = reader;
        this.person = person;
        this.copy = copy;
    }

    record Me(UUID id, String email, String name, MyAgency agency, List<String> roles, List<String> groups) {}

    record MyAgency(String id, String name) {}

    @GetMapping
    @Operation(summary = "Who I am, my agency, roles and groups")
    Me me() {
        Reader me = reader.get();
        SignedInPerson named = person.get()
                .orElseThrow(() -> new AccessDeniedException("Nobody is signed in, or their membership has ended"));
        return new Me(
                me.personId(),
                named.email(),
                named.name(),
                new MyAgency(me.agencyId(), named.agencyName()),
                Stream.concat(Stream.of("practitioner"), me.roles().stream().map(Role::word))
                        .sorted()
                        .toList(),
                me.groupIds().stream().sorted().toList());
    }

    @GetMapping("/export")
    @Operation(summary = "Everything the portal holds on me")
    ResponseEntity<Map<String, Object>> export() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\"")
                .body(copy.mine());
    }
}

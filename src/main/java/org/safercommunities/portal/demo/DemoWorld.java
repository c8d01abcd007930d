package org.safercommunities.portal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.FirstPerson;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.Role;
import org.springframework.core.io.ClassPathResource;

/** Who there is in the demonstration, as {@code demo/people.yaml} has it. */
record DemoWorld(List<DemoAgency> agencies, List<FirstPerson> people, List<DemoGroup> groups) {

    static DemoWorld read() {
        Yamls world;
        try {
            world = Yamls.read(new ClassPathResource("demo/people.yaml").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return new DemoWorld(
                world.maps("agencies").stream().map(DemoWorld::agency).toList(),
                world.maps("people").stream().map(DemoWorld::person).toList(),
                world.maps("groups").stream()
                        .map(group -> new DemoGroup(
                                GroupKind.valueOf(group.text("kind")),
                                group.text("name"),
                                group.text("description"),
                                group.list("members")))
                        .toList());
    }

    String nameOf(String agency) {
        return agencies.stream()
                .filter(each -> each.slug().equals(agency))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No agency " + agency))
                .description()
                .name();
    }

    Set<String> districts() {
        return agencies.stream()
                .filter(DemoAgency::district)
                .map(DemoAgency::slug)
                .collect(Collectors.toSet());
    }

    private static DemoAgency agency(Yamls said) {
        String domain = said.optional("domain");
        return new DemoAgency(
                said.text("slug"),
                new AgencyDescription(
                        said.text("name"), said.optional("provider"), domain == null ? Set.of() : Set.of(domain)),
                Boolean.parseBoolean(said.text("district", "false")));
    }

    private static FirstPerson person(Yamls said) {
        @Nullable String provider = said.optional("provider");
        return new FirstPerson(
                said.text("email"),
                said.text("name"),
                said.text("agency"),
                provider,
                said.optional("account"),
                said.list("roles").stream().map(Role::valueOf).collect(Collectors.toSet()));
    }

    record DemoAgency(String slug, AgencyDescription description, boolean district) {}

    record DemoGroup(GroupKind kind, String name, String description, List<String> members) {}
}

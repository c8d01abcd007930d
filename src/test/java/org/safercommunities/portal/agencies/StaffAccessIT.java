package org.safercommunities.portal.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.safercommunities.portal.audit.AuditFilter;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** Who may call what, one case for each call and role; nothing is left to the pages. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class StaffAccessIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Agencies agencies;

    @Autowired
    private AgencyEndings endings;

    @Autowired
    private Groups groups;

    @Autowired
    private People people;

    @Autowired
    private PeopleDirectory directory;

    @Autowired
    private StaffTrail trail;

    private Somebody somebody;
    private String thanet;
    private String dover;
    private Reader inThanet;
    private Reader inDover;
    private Map<String, Reader> staff;

    @BeforeEach
    void peopleOfEveryRole() {
        somebody = new Somebody(portal);
        thanet = somebody.agency("Thanet");
        dover = somebody.agency("Dover");
        inThanet = somebody.of(thanet);
        inDover = somebody.of(dover);
        staff = new LinkedHashMap<>();
        staff.put("practitioner", somebody.of(thanet));
        staff.put("coordinator", somebody.of(thanet, Role.COORDINATOR));
        staff.put("editor", somebody.of(thanet, Role.EDITOR));
        staff.put("board member", somebody.of(thanet, Role.BOARD_MEMBER));
        staff.put("administrator", somebody.of(somebody.agency("Team"), Role.ADMINISTRATOR));
    }

    @TestFactory
    Stream<DynamicTest> onlyAdministrators() {
        UUID person = inDover.personId();
        return Stream.of(
                        call(
                                "create an agency",
                                by -> agencies.create(
                                        new AgencyDescription("New " + UUID.randomUUID(), null, Set.of()), by)),
                        call(
                                "describe an agency",
                                by -> agencies.describe(dover, new AgencyDescription("Dover", null, Set.of()), by)),
                        call("ask to end an agency", by -> endings.ask(somebody.agency("Ending"), null, "Closed", by)),
                        call("open an agency again", by -> agencies.reopen(dover, by)),
                        call(
                                "ask to merge agencies",
                                by -> endings.ask(somebody.agency("Merging"), dover, "Joined", by)),
                        call(
                                "create a group",
                                by -> groups.create(GroupKind.TASK_GROUP, "G " + UUID.randomUUID(), "", by)),
                        call("describe a group", by -> groups.describe(group(), GroupKind.TASK_GROUP, "G", "", by)),
                        call("add to a group", by -> groups.add(group(), person, by)),
                        call("change a place in a group", by -> groups.put(group(), GroupPlace.member(person), by)),
                        call("see the places in a group", by -> groups.places(group(), by)),
                        call("take out of a group", by -> groups.remove(group(), person, by)),
                        call("end a group", by -> groups.end(group(), by)),
                        call("open a group again", by -> groups.reopen(group(), by)),
                        call("see a group’s people", by -> directory.inGroup(group(), by)),
                        call("give roles", by -> people.giveRoles(person, Set.of(Role.BOARD_MEMBER), by)),
                        call(
                                "move a person",
                                by -> people.join(somebody.of(dover).personId(), thanet, by)),
                        call("look everybody up", by -> directory.search("", null, 0, 5, by)),
                        call("count everybody", by -> directory.count("", null, by)),
                        call("count people by agency", by -> directory.countByAgency(by)),
                        call("take everybody out", by -> export(null, by)),
                        call("read the trail", by -> trail.read(AuditFilter.EVERYTHING, null, 5, by)),
                        call("list actions", by -> trail.actions(by)),
                        call("check the trail", by -> trail.verdict(by)),
                        call("take the trail out", by -> exportTrail(by)))
                .flatMap(call -> cases(call, Set.of("administrator")));
    }

    @TestFactory
    Stream<DynamicTest> coordinatorsForTheirOwnAgency() {
        return Stream.of(
                        call("look people up", by -> directory.search("", thanet, 0, 5, by)),
                        call("count people", by -> directory.count("", thanet, by)),
                        call("take people out", by -> export(thanet, by)),
                        call(
                                "name a colleague",
                                by -> people.name(
                                        UUID.randomUUID() + "@thanet.example", "Colleague", thanet, null, by)),
                        call("confirm", by -> people.confirmMembership(inThanet.personId(), by)),
                        call(
                                "end",
                                by -> people.endMembership(somebody.of(thanet).personId(), "Left", by)))
                .flatMap(call -> cases(call, Set.of("administrator", "coordinator")));
    }

    @TestFactory
    Stream<DynamicTest> nobodyForAnotherAgencyThanTheirOwn() {
        return Stream.of(
                        call("look people up", by -> directory.search("", dover, 0, 5, by)),
                        call("count people", by -> directory.count("", dover, by)),
                        call("take people out", by -> export(dover, by)),
                        call(
                                "name a colleague",
                                by -> people.name(UUID.randomUUID() + "@dover.example", "Colleague", dover, null, by)),
                        call("confirm", by -> people.confirmMembership(inDover.personId(), by)),
                        call(
                                "end",
                                by -> people.endMembership(somebody.of(dover).personId(), "Left", by)))
                .flatMap(call -> cases(call, Set.of("administrator")));
    }

    @Test
    void aCoordinatorCannotTellWhetherSomebodyElsewhereExists() {
        Reader coordinator = staff.get("coordinator");
        assertThat(directory.open(inThanet.personId(), coordinator)).isPresent();
        assertThat(directory.open(inDover.personId(), coordinator)).isEmpty();
        assertThat(directory.open(UUID.randomUUID(), coordinator)).isEmpty();
        assertThatThrownBy(() -> people.endMembership(inDover.personId(), "Left", coordinator))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> people.endMembership(UUID.randomUUID(), "Left", coordinator))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void everybodySeesTheirOwnFile() {
        staff.values()
                .forEach(who -> assertThat(directory.open(who.personId(), who))
                        .hasValueSatisfying(
                                file -> assertThat(file.person().id()).isEqualTo(who.personId())));
    }

    @Test
    void anAdministratorHoldsNoKeyThatOthersOfTheirAgencyLack() {
        String team = somebody.agency("Team");
        Set<String> administrators =
                new java.util.HashSet<>(somebody.of(team, Role.ADMINISTRATOR).tokens());
        Set<String> practitioners = somebody.of(team).tokens();
        administrators.removeIf(token -> token.startsWith("person:"));
        assertThat(practitioners).containsAll(administrators);
    }

    @Test
    void nobodyLocksThemselvesOut() {
        Reader admin = staff.get("administrator");
        assertThatThrownBy(() -> people.giveRoles(admin.personId(), Set.of(), admin))
                .isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> people.endMembership(admin.personId(), "Left", admin))
                .isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> people.join(admin.personId(), thanet, admin)).isInstanceOf(InvalidEntry.class);
    }

    @Test
    void whoMovesLosesTheirRolesAndKeepsTheirGroups() {
        Reader admin = staff.get("administrator");
        String group = group();
        Reader mover = somebody.of(dover, Role.COORDINATOR);
        groups.add(group, mover.personId(), admin);
        people.join(mover.personId(), thanet, admin);
        Reader moved = somebody.again(mover.personId());
        assertThat(moved.roles()).isEmpty();
        assertThat(moved.groupIds()).containsExactly(group);
        assertThat(moved.agencyId()).isEqualTo(thanet);
    }

    @Test
    void aCoordinatorWelcomesSomebodyBackWithoutTheGroupsOfBefore() {
        String group = group();
        groups.add(group, inThanet.personId(), staff.get("administrator"));
        people.endMembership(inThanet.personId(), "Left", staff.get("administrator"));
        people.join(inThanet.personId(), thanet, staff.get("coordinator"));
        assertThat(somebody.again(inThanet.personId()).groupIds()).isEmpty();
        assertThat(trail.read(AuditFilter.about("group:" + group), null, 1, staff.get("administrator")))
                .singleElement()
                .satisfies(line -> assertThat(line.line().action()).isEqualTo("agencies.group-left"));
    }

    private record Call(String name, Consumer<Reader> action) {}

    private static Call call(String name, Consumer<Reader> action) {
        return new Call(name, action);
    }

    private Stream<DynamicTest> cases(Call call, Set<String> allowed) {
        return staff.entrySet().stream().map(who -> {
            boolean may = allowed.contains(who.getKey());
            String name = "%s %s %s".formatted(who.getKey(), may ? "may" : "may not", call.name());
            return DynamicTest.dynamicTest(name, () -> {
                if (may) {
                    call.action().accept(who.getValue());
                } else {
                    assertThatThrownBy(() -> call.action().accept(who.getValue()))
                            .isInstanceOf(AccessDeniedException.class);
                }
            });
        });
    }

    private String group() {
        return groups.create(GroupKind.TASK_GROUP, "Group " + UUID.randomUUID(), "", Reader.portal())
                .slug();
    }

    private void export(@org.jspecify.annotations.Nullable String agency, Reader by) {
        try {
            directory.export(agency, new StringBuilder(), by);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private void exportTrail(Reader by) {
        try {
            trail.export(AuditFilter.EVERYTHING, new StringBuilder(), by);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}

package org.safercommunities.portal.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.directory.DirectoryQuery.Who;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who is in the directory, and how they are found. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class DirectoryIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Directory directory;

    private Somebody somebody;
    private String agency;
    private Reader coordinator;
    private Reader editor;
    private Reader practitioner;

    @BeforeEach
    void anAgency() {
        somebody = new Somebody(portal);
        agency = somebody.agency("Listed");
        coordinator = somebody.of(agency, Role.COORDINATOR);
        editor = somebody.of(agency, Role.EDITOR);
        practitioner = somebody.of(agency);
        somebody.of(agency, Role.BOARD_MEMBER);
        somebody.of(agency, Role.ADMINISTRATOR);
    }

    private List<UUID> found(DirectoryQuery query) {
        List<UUID> people = directory.search(query, 0, 100).stream()
                .map(DirectoryPerson::id)
                .toList();
        assertThat(directory.count(query)).isEqualTo(people.size());
        return people;
    }

    private List<UUID> found() {
        return found(new DirectoryQuery("", null, agency, Who.ALL));
    }

    private static DirectoryEntry entry(@Nullable Boolean listed, String job, String... leads) {
        return new DirectoryEntry(listed, job, "01632 960 001", "At work on Mondays", Set.of(leads));
    }

    @Test
    void coordinatorsAndTheTeamAreInItUnlessTheyDoNotWantToBe() {
        assertThat(found()).containsExactly(editor.personId(), coordinator.personId());
        assertThat(found(new DirectoryQuery("", null, agency, Who.TEAM))).containsExactly(editor.personId());
        assertThat(found(new DirectoryQuery("", null, agency, Who.COORDINATORS)))
                .containsExactly(coordinator.personId());
        directory.keep(entry(false, "Manager"), coordinator);
        assertThat(found()).containsExactly(editor.personId());
        assertThat(directory.lists(coordinator)).isFalse();
        directory.keep(entry(null, "Manager"), coordinator);
        assertThat(found()).contains(coordinator.personId());
    }

    @Test
    void othersAreInItWhenTheyWantToBeAndOutWithTheirMembership() {
        directory.keep(entry(null, "Housing officer"), practitioner);
        assertThat(found()).as("not decided").doesNotContain(practitioner.personId());
        directory.keep(entry(true, "Housing officer"), practitioner);
        assertThat(found()).contains(practitioner.personId());
        portal.getBean(People.class).endMembership(practitioner.personId(), "Left", Reader.portal());
        assertThat(found()).doesNotContain(practitioner.personId());
    }

    @Test
    void theyAreFoundByWhatTheySayAndLeadOn() {
        directory.keep(entry(true, "Tenancy 100% wizard", "domestic-abuse", "road-safety"), practitioner);
        DirectoryPerson person = directory
                .search(new DirectoryQuery("wizard mondays", null, agency, Who.ALL), 0, 5)
                .getFirst();
        assertThat(person.leads()).containsExactly("domestic-abuse", "road-safety");
        assertThat(person.phone()).isEqualTo("01632 960 001");
        assertThat(found(new DirectoryQuery("0% w", null, agency, Who.ALL))).containsExactly(practitioner.personId());
        assertThat(found(new DirectoryQuery("1_0", null, agency, Who.ALL))).isEmpty();
        assertThat(found(new DirectoryQuery("", "road-safety", agency, Who.ALL)))
                .containsExactly(practitioner.personId());
        assertThat(found(new DirectoryQuery("", "substance-misuse", agency, Who.ALL)))
                .isEmpty();
        directory.keep(entry(true, "Tenancy", "substance-misuse"), practitioner);
        assertThat(found(new DirectoryQuery("", "road-safety", agency, Who.ALL)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ring me",
                "12",
                "javascript:alert(1)",
                "01632 960 001; drop",
                "+44 (0) 1632 960 001 1632 960 001 1632"
            })
    void whatIsNoTelephoneNumberIsRefused(String phone) {
        assertThatThrownBy(() -> new DirectoryEntry(true, "", phone, "", Set.of()))
                .isInstanceOf(InvalidDirectoryEntry.class);
    }

    @Test
    void whatIsNoTopicIsRefusedAndNothingChanges() {
        directory.keep(entry(true, "Before", "road-safety"), practitioner);
        assertThatThrownBy(() -> directory.keep(entry(true, "After", "no-such-topic"), practitioner))
                .isInstanceOf(InvalidDirectoryEntry.class);
        assertThat(directory.mine(practitioner)).isEqualTo(entry(true, "Before", "road-safety"));
    }
}

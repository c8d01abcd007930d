package org.safercommunities.portal.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who is in a group: as what, for whom, and from when until when. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class GroupPlacesIT {

    private static final Reader PORTAL = Reader.portal();

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Groups groups;

    @Autowired
    private GroupPlaces places;

    @Autowired
    private Readers readers;

    private final LocalDate today = Dates.today();
    private Somebody somebody;
    private String agency;
    private String group;

    @BeforeEach
    void aGroup() {
        somebody = new Somebody(portal);
        agency = somebody.agency("Members");
        group = groups.create(GroupKind.BOARD, "Board " + UUID.randomUUID(), "", PORTAL)
                .slug();
    }

    private UUID person() {
        return somebody.of(agency).personId();
    }

    private boolean in(UUID person) {
        return readers.of(person).orElseThrow().groupIds().contains(group);
    }

    @Test
    void aPlaceCountsFromItsFirstDayToItsLast() {
        UUID person = person();
        groups.add(group, person, PORTAL);
        assertThat(in(person)).isTrue();
        groups.put(group, place(person, today, today), PORTAL);
        assertThat(in(person)).as("on its only day").isTrue();
        groups.put(group, place(person, today.plusDays(1), null), PORTAL);
        assertThat(in(person)).as("the day before").isFalse();
        assertThat(groups.find(group).orElseThrow().members()).isZero();
        places.put(group, place(person, null, today.minusDays(1)));
        assertThat(in(person)).as("the day after").isFalse();
        groups.add(group, person, PORTAL);
        assertThat(in(person)).as("let in again").isTrue();
    }

    @Test
    void aSubstituteIsInForAsLongAsTheMember() {
        UUID member = person();
        UUID substitute = person();
        groups.add(group, member, PORTAL);
        groups.put(group, substitute(substitute, member), PORTAL);
        assertThat(in(substitute)).isTrue();
        places.put(group, place(member, null, today.minusDays(1)));
        assertThat(in(substitute)).as("the member’s time is over").isFalse();
        groups.add(group, member, PORTAL);
        assertThat(in(substitute)).isTrue();
        groups.remove(group, member, PORTAL);
        assertThat(places.of(group)).isEmpty();
        assertThat(in(substitute)).isFalse();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        UUID member = person();
        UUID other = person();
        groups.add(group, member, PORTAL);
        for (UUID nobodys : new UUID[] {other, person()}) {
            assertThatThrownBy(() -> groups.put(group, substitute(other, nobodys), PORTAL))
                    .isInstanceOf(InvalidEntry.class);
        }
        assertThatThrownBy(() -> groups.put(group, substitute(other, null), PORTAL))
                .isInstanceOf(InvalidEntry.class);
        groups.put(group, substitute(other, member), PORTAL);
        UUID third = person();
        assertThatThrownBy(() -> groups.put(group, substitute(third, other), PORTAL))
                .as("of a substitute")
                .isInstanceOf(InvalidEntry.class);
        groups.add(group, third, PORTAL);
        assertThatThrownBy(() -> groups.put(group, substitute(member, third), PORTAL))
                .as("for whom somebody stands in")
                .isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> groups.put(group, place(member, null, today.minusDays(1)), PORTAL))
                .isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> place(member, today, today.minusDays(1))).isInstanceOf(InvalidEntry.class);
    }

    @Test
    void whoIsInItIsWhatTheirPlacesSay() {
        Random random = new Random(20_261_126);
        List<GroupPlace> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<GroupPlace> members = all.stream()
                    .filter(place -> place.capacity() != Capacity.SUBSTITUTE)
                    .toList();
            boolean stands = !members.isEmpty() && random.nextInt(3) == 0;
            LocalDate from = day(random);
            LocalDate until = day(random);
            GroupPlace place = new GroupPlace(
                    person(),
                    stands ? Capacity.SUBSTITUTE : random.nextBoolean() ? Capacity.MEMBER : Capacity.CHAIR,
                    stands ? members.get(random.nextInt(members.size())).person() : null,
                    from,
                    from != null && until != null && until.isBefore(from) ? from : until);
            places.put(group, place);
            all.add(place);
        }
        Set<UUID> expected = all.stream()
                .filter(place -> counts(place)
                        && (place.substituteFor() == null
                                || all.stream()
                                        .anyMatch(member ->
                                                member.person().equals(place.substituteFor()) && counts(member))))
                .map(GroupPlace::person)
                .collect(Collectors.toSet());
        assertThat(expected.size()).isBetween(5, 55);
        assertThat(all.stream().map(GroupPlace::person).filter(this::in).collect(Collectors.toSet()))
                .isEqualTo(expected);
        assertThat(places.of(group)).containsExactlyInAnyOrderElementsOf(all);
    }

    private boolean counts(GroupPlace place) {
        return !place.begins(today) && !place.isOver(today);
    }

    private @Nullable LocalDate day(Random random) {
        int days = random.nextInt(-3, 5);
        return days == 4 ? null : today.plusDays(days);
    }

    private static GroupPlace place(UUID person, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new GroupPlace(person, Capacity.MEMBER, null, from, until);
    }

    private static GroupPlace substitute(UUID person, @Nullable UUID member) {
        return new GroupPlace(person, Capacity.SUBSTITUTE, member, null, null);
    }
}

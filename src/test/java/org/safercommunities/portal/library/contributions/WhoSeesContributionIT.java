package org.safercommunities.portal.library.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.Downloads;
import org.safercommunities.portal.library.contributions.ContributionReading.Which;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;

/** Each set of roles, in the agency and elsewhere, at offers of each state, through every way that leads to them. */
@PortalIT
class WhoSeesContributionIT {

    private static final Downloads.Request GET = new Downloads.Request(HttpMethod.GET, null, null, null);

    private final ContributionWorld world;
    private final ContributionDownloads downloads;
    private final Map<ContributionState, UUID> offers = new EnumMap<>(ContributionState.class);

    WhoSeesContributionIT(@Autowired ApplicationContext portal) {
        world = new ContributionWorld(portal);
        downloads = portal.getBean(ContributionDownloads.class);
    }

    /**
     * @param own whether they wrote it
     * @param near whether they are of its agency
     */
    private record Case(Reader reader, boolean own, boolean near) {

        /** The rule, said once more. */
        boolean sees(ContributionState state) {
            return own
                    || state != ContributionState.DRAFT
                            && (reader.is(Role.EDITOR) || near && reader.is(Role.COORDINATOR));
        }

        boolean sees(ContributionState state, Which which) {
            boolean decided = state == ContributionState.PUBLISHED || state == ContributionState.DECLINED;
            return sees(state)
                    && switch (which) {
                        case OWN -> own;
                        case AGENCY -> !own && near && reader.is(Role.COORDINATOR);
                        case WAITING -> reader.is(Role.EDITOR) && state == ContributionState.WAITING;
                        case DECIDED -> reader.is(Role.EDITOR) && decided;
                    };
        }
    }

    @Test
    void onlyItsAuthorSeesADraftAndOnceItIsSentTheirCoordinatorsAndTheTeam() {
        oneOfEachState();
        for (Case one : cases()) {
            Map<Which, List<UUID>> lists = new EnumMap<>(Which.class);
            for (Which which : Which.values()) {
                lists.put(
                        which,
                        world.reading.list(which, 0, 500, one.reader()).stream()
                                .map(ContributionDetails::id)
                                .toList());
            }
            offers.forEach((state, offer) -> {
                String who = "%s%s of %s at %s"
                        .formatted(
                                one.own() ? "author, " : "",
                                one.reader().roles(),
                                one.near() ? "it" : "another",
                                state);
                boolean sees = one.sees(state);
                boolean bytes = sees && state != ContributionState.PUBLISHED;
                assertThat(world.reading.find(offer, one.reader()).isPresent())
                        .as(who)
                        .isEqualTo(sees);
                assertThat(world.reading.steps(offer, one.reader()).isEmpty())
                        .as(who)
                        .isEqualTo(!sees || state == ContributionState.DRAFT);
                lists.forEach((which, list) -> assertThat(list.contains(offer))
                        .as("%s in %s", who, which)
                        .isEqualTo(one.sees(state, which)));
                assertThat(gets(() -> downloads.answer(offer, false, GET, one.reader())))
                        .as(who)
                        .isEqualTo(bytes);
                assertThat(gets(() -> downloads.file(offer, one.reader())))
                        .as(who)
                        .isEqualTo(bytes);
                assertThat(world.reading.text(offer, one.reader()).isPresent())
                        .as(who)
                        .isEqualTo(bytes);
                refuses(one, offer, state, sees, who);
            });
        }
    }

    private interface Way {
        void go() throws Exception;
    }

    private static boolean gets(Way way) {
        try {
            way.go();
            return true;
        } catch (UnknownContribution none) {
            return false;
        } catch (Exception other) {
            throw new AssertionError(other);
        }
    }

    /** Whoever does not see it is told that there is none; whoever does, and may not, that it is not theirs to do. */
    private void refuses(Case one, UUID offer, ContributionState state, boolean sees, String who) {
        Class<?> expected = sees ? AccessDeniedException.class : UnknownContribution.class;
        if (!one.own()) {
            List<Way> ways = new ArrayList<>(List.of(
                    () -> world.contributions.change(offer, 1, ContributionWorld.says("Mine"), one.reader()),
                    () -> world.contributions.send(offer, one.reader()),
                    () -> world.contributions.discard(offer, one.reader())));
            if (!(one.near() && one.reader().is(Role.COORDINATOR))) {
                ways.add(() -> world.contributions.takeBack(offer, one.reader()));
            }
            ways.forEach(way -> assertThatThrownBy(way::go).as(who).isInstanceOf(expected));
        }
        if (!one.reader().is(Role.EDITOR)) {
            List.<Way>of(
                            () -> world.desk.decline(offer, "No", one.reader()),
                            () -> world.desk.accept(offer, 1, "", one.reader()),
                            () -> world.desk.publish(
                                    offer,
                                    1,
                                    ContributionWorld.described("Mine", Audience.ofEveryone()),
                                    DocumentTerm.of(one.reader().personId()),
                                    one.reader()))
                    .forEach(way -> assertThatThrownBy(way::go).as(who).isInstanceOf(expected));
        }
    }

    @Test
    void aNewerVersionOfWhatSomebodyMayNotSeeIsNotTheirsEither() {
        UUID document = world.document(published(Audience.ofPeople(world.author.personId(), world.editor.personId())));
        UUID newer = world.newerVersion(document);
        assertThat(world.reading.find(newer, world.author)).isPresent();
        assertThat(world.reading.find(newer, world.coordinator)).isEmpty();
        assertThat(world.reading.find(newer, world.elsewhere)).isEmpty();
        assertThat(world.reading.find(newer, world.editor)).isPresent();
        assertThat(gets(() -> downloads.answer(newer, false, GET, world.coordinator)))
                .isFalse();
        assertThatThrownBy(() -> world.contributions.takeBack(newer, world.coordinator))
                .isInstanceOf(UnknownContribution.class);
    }

    private UUID published(Audience audience) {
        UUID offer = world.sent("For few");
        world.publish(offer, "For few", audience, world.editor);
        return offer;
    }

    private void oneOfEachState() {
        offers.put(ContributionState.DRAFT, world.draft("Draft"));
        offers.put(ContributionState.WAITING, world.sent("Waiting"));
        offers.put(ContributionState.PUBLISHED, world.published("Published"));
        UUID declined = world.sent("Declined");
        world.desk.decline(declined, "Not now", world.editor);
        offers.put(ContributionState.DECLINED, declined);
        // As if all had been read
        offers.values()
                .forEach(offer -> world.jdbc
                        .sql("REPLACE INTO document_offer_text (offer_id, text) VALUES (?, 'Words')")
                        .param(offer.toString())
                        .update());
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int set = 0; set < 1 << Role.values().length; set++) {
            EnumSet<Role> roles = EnumSet.noneOf(Role.class);
            for (Role role : Role.values()) {
                if ((set >> role.ordinal() & 1) == 1) {
                    roles.add(role);
                }
            }
            Reader mine = new Reader(world.author.personId(), world.north, Set.of(world.north), Set.of(), roles);
            cases.add(new Case(mine, true, true));
            cases.add(new Case(
                    new Reader(UUID.randomUUID(), world.north, Set.of(world.north), Set.of(), roles), false, true));
            cases.add(new Case(
                    new Reader(UUID.randomUUID(), world.south, Set.of(world.south), Set.of(), roles), false, false));
        }
        // Whoever looked after the agency and has left does no more
        Reader left = world.somebody.of(world.north, Role.COORDINATOR);
        world.bean(People.class).endMembership(left.personId(), "left", Reader.portal());
        world.bean(People.class).join(left.personId(), world.south, Reader.portal());
        cases.add(new Case(world.somebody.again(left.personId()), false, false));
        cases.add(new Case(Reader.stranger(), false, false));
        cases.add(new Case(
                new Reader(UUID.randomUUID(), "", Set.of(), Set.of(), Set.of(Role.COORDINATOR)), false, false));
        return cases;
    }
}

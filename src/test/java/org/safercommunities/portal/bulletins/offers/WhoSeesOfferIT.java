package org.safercommunities.portal.bulletins.offers;

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
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** Each set of roles, in the agency and elsewhere, at items of each state, through every way that leads to them. */
@PortalIT
class WhoSeesOfferIT {

    private final OfferWorld world;
    private final WhoSeesOffer whoSees;
    private final Map<OfferState, UUID> offers = new EnumMap<>(OfferState.class);
    private final Map<OfferState, UUID> pictures = new EnumMap<>(OfferState.class);

    WhoSeesOfferIT(@Autowired ApplicationContext portal) {
        world = new OfferWorld(portal);
        whoSees = portal.getBean(WhoSeesOffer.class);
    }

    /** @param own whether they are of the agency that offers */
    private record Case(Reader reader, boolean own) {

        /** The rule, said once more. */
        boolean sees(OfferState state) {
            return own || reader.is(Role.EDITOR) && state != OfferState.DRAFT;
        }
    }

    @Test
    void onlyTheAgencyAndTheTeamSeeAnItemAndOnlyTheAgencyItsDrafts() {
        oneOfEachState();
        for (Case one : cases()) {
            List<UUID> own = world.reading.own(one.reader()).stream()
                    .map(OfferDetails::id)
                    .toList();
            List<UUID> waiting = world.reading.waiting(one.reader()).stream()
                    .map(OfferDetails::id)
                    .toList();
            List<UUID> decided = world.reading.decided(one.reader()).stream()
                    .map(OfferDetails::id)
                    .toList();
            offers.forEach((state, offer) -> {
                String who = "%s of %s at %s".formatted(one.reader().roles(), one.own() ? "it" : "another", state);
                boolean sees = one.sees(state);
                assertThat(world.reading.find(offer, one.reader()).isPresent())
                        .as(who)
                        .isEqualTo(sees);
                assertThat(world.reading.steps(offer, one.reader()).isEmpty())
                        .as(who)
                        .isEqualTo(!sees || state == OfferState.DRAFT);
                assertThat(whoSees.admitsToPicture(one.reader(), pictures.get(state)))
                        .as(who)
                        .isEqualTo(sees);
                assertThat(own.contains(offer)).as(who).isEqualTo(one.own());
                assertThat(waiting.contains(offer))
                        .as(who)
                        .isEqualTo(one.reader().is(Role.EDITOR) && state == OfferState.OFFERED);
                assertThat(decided.contains(offer))
                        .as(who)
                        .isEqualTo(one.reader().is(Role.EDITOR)
                                && !EnumSet.of(OfferState.DRAFT, OfferState.OFFERED)
                                        .contains(state));
                refuses(one, offer, sees, who);
            });
        }
    }

    /** Whoever does not see it is told that there is none; whoever does, and is neither, that it is not theirs to do. */
    private void refuses(Case one, UUID offer, boolean sees, String who) {
        if (!one.own()) {
            assertThatThrownBy(() -> world.offers.withdraw(offer, one.reader()))
                    .as(who)
                    .isInstanceOf(sees ? AccessDeniedException.class : UnknownOffer.class);
            assertThatThrownBy(() -> world.offers.discard(offer, one.reader()))
                    .as(who)
                    .isInstanceOf(sees ? AccessDeniedException.class : UnknownOffer.class);
        }
        if (!one.reader().is(Role.EDITOR)) {
            Class<?> expected = sees ? AccessDeniedException.class : UnknownOffer.class;
            assertThatThrownBy(() -> world.desk.decline(offer, "No", one.reader()))
                    .as(who)
                    .isInstanceOf(expected);
            assertThatThrownBy(() -> world.desk.edit(offer, 1, OfferWorld.says("A", "B"), one.reader()))
                    .as(who)
                    .isInstanceOf(expected);
            assertThatThrownBy(() -> world.desk.takeIn(offer, UUID.randomUUID(), one.reader()))
                    .as(who)
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private void oneOfEachState() {
        UUID bulletin = world.bulletin("Everybody’s", 5);
        UUID out = world.bulletin("Out " + UUID.randomUUID(), 5);
        for (OfferState state : OfferState.values()) {
            UUID picture = world.picture(world.author);
            UUID offer = world.offers.begin(
                    new OfferContent("Item " + state, "Words", "", picture, "A path"),
                    bulletin,
                    state != OfferState.DRAFT,
                    world.author);
            switch (state) {
                case DECLINED -> world.desk.decline(offer, "Not now", world.editor);
                case TAKEN_IN -> world.desk.takeIn(offer, bulletin, world.editor);
                case PUBLISHED -> world.desk.takeIn(offer, out, world.editor);
                default -> {}
            }
            offers.put(state, offer);
            pictures.put(state, picture);
        }
        // By hand, for a bulletin with a picture that has no file could not be sent
        world.jdbc
                .sql("UPDATE bulletin_offer SET state = 'PUBLISHED' WHERE id = ?")
                .param(offers.get(OfferState.PUBLISHED).toString())
                .update();
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
            cases.add(new Case(world.somebody.of(world.north, roles.toArray(Role[]::new)), true));
            cases.add(new Case(world.somebody.of(world.south, roles.toArray(Role[]::new)), false));
        }
        // Whoever wrote it and has left sees it no more
        Reader left = world.somebody.of(world.north);
        world.bean(People.class).endMembership(left.personId(), "left", Reader.portal());
        world.bean(People.class).join(left.personId(), world.south, Reader.portal());
        cases.add(new Case(world.somebody.again(left.personId()), false));
        cases.add(new Case(Reader.stranger(), false));
        cases.add(new Case(new Reader(UUID.randomUUID(), "", Set.of(), Set.of(), Set.of()), false));
        return cases;
    }
}

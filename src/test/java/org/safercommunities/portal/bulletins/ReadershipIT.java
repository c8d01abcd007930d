package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.bulletins.ReadershipWorld.Known;
import org.safercommunities.portal.bulletins.ReadershipWorld.Thing;
import org.safercommunities.portal.bulletins.WhoMayReadBlock.Things;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Nobody gets a bulletin, or a part of one, that is not theirs, and everybody gets what is. */
@PortalIT
class ReadershipIT {

    private static final int BULLETINS = 40;
    private static final int CASES = 1_000;

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Readership readership;

    @Autowired
    private WhoMayReadBlock whoMayRead;

    private record Outcome(int cases, int theirs, List<String> leaks, List<String> withheld) {}

    @Test
    void aThousandRandomCasesAreAsAnOracleInPlainWordsHasThem() {
        ReadershipWorld world = new ReadershipWorld(portal, 20_261_126).make();

        Outcome outcome = run(world);

        assertThat(outcome.cases()).isEqualTo(CASES);
        assertThat(outcome.theirs()).as("cases in which something is theirs").isBetween(CASES / 20, CASES / 2);
        assertThat(outcome.leaks()).isEmpty();
        assertThat(outcome.withheld()).isEmpty();
    }

    @Test
    void aWeakenedRuleIsNoticed() {
        ReadershipWorld world = new ReadershipWorld(portal, 20_261_127).make();
        world.weaken();

        assertThat(run(world).leaks()).isNotEmpty();
    }

    @Test
    void pagesCountsAndAgenciesAgree() {
        ReadershipWorld world = new ReadershipWorld(portal, 20_261_128).make();
        BulletinAudience audience = new BulletinAudience(
                BulletinKind.NEWSLETTER, false, Set.copyOf(world.agencies), Set.of(), Set.of(), Set.of(), null);
        List<Recipient> whole = new ArrayList<>();
        readership.each(audience, whole::addAll);
        List<Recipient> paged = new ArrayList<>();
        List<Recipient> page = readership.page(audience, null, 7);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = readership.page(audience, page.getLast().subscriber(), 7);
        }

        assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
        assertThat(readership.count(audience)).isEqualTo(whole.size()).isGreaterThan(50);
        Map<String, Integer> byAgency = readership.countByAgency(audience);
        assertThat(byAgency.values().stream().mapToInt(each -> each).sum()).isEqualTo(whole.size());
        assertThat(byAgency.keySet())
                .isSubsetOf(world.agencies)
                .as("merged and ended")
                .doesNotContain(world.agencies.get(5), world.agencies.get(6));
        Things things = new Things(
                world.things.stream()
                        .filter(thing -> thing.marking() != null)
                        .map(Thing::id)
                        .collect(Collectors.toSet()),
                Set.of());
        Map<UUID, Integer> expected = new HashMap<>();
        whoMayRead
                .groups(whole, things)
                .forEach((seen, recipients) ->
                        seen.documents().forEach(id -> expected.merge(id, recipients.size(), Integer::sum)));
        assertThat(whoMayRead.count(audience, things))
                .containsAllEntriesOf(expected)
                .hasSize(things.documents().size());
    }

    /** Draws (bulletin, somebody, thing) at random and holds what the portal does against the oracle. */
    private Outcome run(ReadershipWorld world) {
        ReadershipOracle oracle = new ReadershipOracle(world);
        List<Known> people = world.all.values().stream()
                .sorted(java.util.Comparator.comparing(known -> known.address))
                .toList();
        Things things = new Things(ids(world, true), ids(world, false));
        List<String> leaks = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        int theirs = 0;
        for (int bulletin = 0; bulletin < BULLETINS; bulletin++) {
            BulletinAudience audience = world.bulletin();
            Set<String> suppressed = world.suppressed();
            Map<String, Things> gets = gets(world, audience, suppressed, things);
            for (int each = 0; each < CASES / BULLETINS; each++) {
                Known known = world.any(people);
                Thing thing = world.any(world.things);
                boolean should = oracle.gets(known, audience, suppressed);
                Things seen = gets.get(known.address);
                boolean shouldSee = should && oracle.sees(known, thing);
                boolean sees = seen != null
                        && (seen.documents().contains(thing.id())
                                || seen.events().contains(thing.id()));
                String what = "%s %s, %s".formatted(known.address, audience, thing);
                theirs += shouldSee ? 1 : 0;
                if (seen != null && !should || sees && !shouldSee) {
                    leaks.add(what);
                } else if (should && seen == null || shouldSee && !sees) {
                    withheld.add(what);
                }
            }
        }
        return new Outcome(CASES, theirs, leaks, withheld);
    }

    private Map<String, Things> gets(
            ReadershipWorld world, BulletinAudience audience, Set<String> suppressed, Things things) {
        Map<String, Things> gets = new HashMap<>();
        readership.each(audience, page -> {
            List<Recipient> some = page.stream()
                    .filter(recipient -> world.all.containsKey(recipient.address()))
                    .filter(recipient -> !suppressed.contains(recipient.address()))
                    .toList();
            whoMayRead
                    .groups(some, things)
                    .forEach((seen, alike) -> alike.forEach(recipient -> assertThat(gets.put(recipient.address(), seen))
                            .as("%s gets it twice", recipient.address())
                            .isNull()));
        });
        return gets;
    }

    private static Set<UUID> ids(ReadershipWorld world, boolean documents) {
        return world.things.stream()
                .filter(thing -> (thing.marking() != null) == documents)
                .map(Thing::id)
                .collect(Collectors.toSet());
    }
}

package org.safercommunities.portal.bulletins;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts together what two editors made of the same edition. What only one of them changed is taken from that one; what both
 * changed differently is a conflict, in which the merged plan has mine. Nobody’s words vanish: a block that one changed and the
 * other threw away stays.
 *
 * @param conflicts ids of blocks that both changed, and the names {@code title}, {@code subject}, {@code audience}
 */
public record PlanMerge(BulletinPlan plan, Set<String> conflicts) {

    /** @param base the edition that both began with */
    public static PlanMerge of(BulletinPlan base, BulletinPlan mine, BulletinPlan theirs) {
        Set<String> conflicts = new LinkedHashSet<>();
        String title = chosen("title", base.title(), mine.title(), theirs.title(), conflicts);
        String subject = chosen("subject", base.subject(), mine.subject(), theirs.subject(), conflicts);
        BulletinAudience audience = chosen("audience", base.audience(), mine.audience(), theirs.audience(), conflicts);
        boolean accountOnly =
                chosen("accountOnly", base.accountOnly(), mine.accountOnly(), theirs.accountOnly(), conflicts);
        Blocks blocks = blocks(base.blocks(), mine.blocks(), theirs.blocks(), conflicts);
        return new PlanMerge(
                new BulletinPlan(title, audience.kind(), subject, audience, blocks, accountOnly), conflicts);
    }

    private static <T> T chosen(String name, T base, T mine, T theirs, Set<String> conflicts) {
        if (Objects.equals(mine, base) || Objects.equals(mine, theirs)) {
            return theirs;
        }
        if (!Objects.equals(theirs, base)) {
            conflicts.add(name);
        }
        return mine;
    }

    private static Blocks blocks(Blocks base, Blocks mine, Blocks theirs, Set<String> conflicts) {
        boolean moved = !order(mine, base).equals(order(base, mine));
        Blocks first = moved ? mine : theirs;
        Blocks second = moved ? theirs : mine;
        List<Block> merged = new ArrayList<>();
        for (String id : together(first, second)) {
            block(id, base, mine, theirs, conflicts).ifPresent(merged::add);
        }
        return new Blocks(merged);
    }

    private static Optional<Block> block(String id, Blocks base, Blocks mine, Blocks theirs, Set<String> conflicts) {
        Optional<Block> was = base.find(id);
        Optional<Block> here = mine.find(id);
        Optional<Block> there = theirs.find(id);
        if (here.equals(was)) {
            return there;
        }
        if (there.equals(was) || there.equals(here)) {
            return here;
        }
        if (here.isEmpty() || there.isEmpty()) {
            return here.or(() -> there);
        }
        conflicts.add(id);
        return here;
    }

    /** The ids of the first in their order, each new one of the second behind the one it stands behind there. */
    private static List<String> together(Blocks first, Blocks second) {
        List<String> ids = new ArrayList<>(ids(first));
        int behind = -1;
        for (String id : ids(second)) {
            int at = ids.indexOf(id);
            if (at < 0) {
                at = behind + 1;
                ids.add(at, id);
            }
            behind = at;
        }
        return ids;
    }

    /** How those that both hold stand in the one. */
    private static List<String> order(Blocks one, Blocks other) {
        return ids(one).stream().filter(id -> other.find(id).isPresent()).toList();
    }

    private static List<String> ids(Blocks blocks) {
        return blocks.list().stream().map(Block::id).collect(Collectors.toList());
    }
}

package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.bulletins.Block.Heading;
import org.safercommunities.portal.bulletins.Block.Text;

/** Two editors at once: what each of them wrote is there afterwards. */
class PlanMergeTest {

    private static final Heading TOP = new Heading("top", "December", 2);
    private static final Text HELLO = new Text("hello", "Dear colleagues", "");
    private static final Text END = new Text("end", "Until January", "");

    private final BulletinPlan base = plan(TOP, HELLO, END);

    @Test
    void takesFromEachWhatOnlyTheyChanged() {
        Text mine = new Text("hello", "Dear partners", "");
        Text theirs = new Text("end", "Until the new year", "");
        PlanMerge merge = PlanMerge.of(base, plan(TOP, mine, END), plan(TOP, HELLO, theirs));
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.plan().blocks().list()).containsExactly(TOP, mine, theirs);
    }

    @Test
    void namesABlockThatBothChangedAndKeepsMine() {
        Text mine = new Text("hello", "Dear partners", "");
        Text theirs = new Text("hello", "Hello all", "");
        PlanMerge merge = PlanMerge.of(base, plan(TOP, mine, END), plan(TOP, theirs, END));
        assertThat(merge.conflicts()).containsExactly("hello");
        assertThat(merge.plan().blocks().list()).containsExactly(TOP, mine, END);
    }

    @Test
    void keepsABlockThatOneThrewAwayAndTheOtherChanged() {
        Text changed = new Text("end", "Until the new year", "");
        assertThat(PlanMerge.of(base, plan(TOP, HELLO), plan(TOP, HELLO, changed))
                        .plan()
                        .blocks()
                        .list())
                .contains(changed);
        assertThat(PlanMerge.of(base, plan(TOP, HELLO, changed), plan(TOP, HELLO))
                        .plan()
                        .blocks()
                        .list())
                .contains(changed);
        assertThat(PlanMerge.of(base, plan(TOP, HELLO), base).plan().blocks().list())
                .as("thrown away by one, left as it was by the other")
                .containsExactly(TOP, HELLO);
    }

    @Test
    void putsWhatBothAddedWhereEachPutIt() {
        Text mine = new Text("mine", "Mine", "");
        Text theirs = new Text("theirs", "Theirs", "");
        assertThat(PlanMerge.of(base, plan(TOP, mine, HELLO, END), plan(TOP, HELLO, END, theirs))
                        .plan()
                        .blocks()
                        .list())
                .containsExactly(TOP, mine, HELLO, END, theirs);
    }

    @Test
    void followsWhoeverMovedBlocks() {
        Text theirs = new Text("hello", "Hello all", "");
        assertThat(PlanMerge.of(base, plan(END, TOP, HELLO), plan(TOP, theirs, END))
                        .plan()
                        .blocks()
                        .list())
                .containsExactly(END, TOP, theirs);
    }

    @Test
    void mergesTitleAndSubject() {
        BulletinPlan mine = base.titled("January", base.subject());
        BulletinPlan theirs = base.titled(base.title(), "Places free");
        PlanMerge merge = PlanMerge.of(base, mine, theirs);
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.plan()).isEqualTo(base.titled("January", "Places free"));
        assertThat(PlanMerge.of(base, mine, base.titled("February", base.subject()))
                        .conflicts())
                .containsExactly("title");
    }

    /** Whatever two people do at random, no words of either are lost without being named. */
    @Test
    void neverLosesWords() {
        for (int seed = 1; seed <= 2_000; seed++) {
            Random random = new Random(seed);
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                blocks.add(new Text("b" + i, "words " + i, ""));
            }
            BulletinPlan start = plan(blocks.toArray(Block[]::new));
            BulletinPlan mine = start.saying(changed(start.blocks(), "mine", random));
            BulletinPlan theirs = start.saying(changed(start.blocks(), "theirs", random));
            PlanMerge merge = PlanMerge.of(start, mine, theirs);
            for (BulletinPlan one : List.of(mine, theirs)) {
                for (Block block : one.blocks().list()) {
                    boolean written = !start.blocks().find(block.id()).equals(java.util.Optional.of(block));
                    if (written && !merge.conflicts().contains(block.id())) {
                        assertThat(merge.plan().blocks().list())
                                .as("seed %d", seed)
                                .contains(block);
                    }
                }
            }
            for (String conflict : merge.conflicts()) {
                assertThat(merge.plan().blocks().find(conflict))
                        .isEqualTo(mine.blocks().find(conflict));
            }
        }
    }

    private static Blocks changed(Blocks blocks, String by, Random random) {
        Blocks now = blocks;
        for (int i = 0; i < random.nextInt(5); i++) {
            List<Block> list = now.list();
            String id =
                    list.isEmpty() ? "" : list.get(random.nextInt(list.size())).id();
            now = switch (random.nextInt(4)) {
                case 0 -> now.without(id);
                case 1 -> now.moved(id, random.nextInt(5) - 2);
                case 2 -> now.withAt(1 + random.nextInt(6), new Text(by + i, "new of " + by, ""));
                default -> id.isEmpty() ? now : now.with(new Text(id, "changed by " + by + i, ""));
            };
        }
        return now;
    }

    private static BulletinPlan plan(Block... blocks) {
        return new BulletinPlan(
                "December",
                BulletinKind.E_BULLETIN,
                "Safer Communities, December",
                BulletinAudience.ofEveryone(BulletinKind.E_BULLETIN),
                Blocks.of(blocks),
                false);
    }
}

package org.safercommunities.portal.bulletins;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The copy for somebody who may not see everything: without the documents and events that are not theirs, and without the
 * headings under which nothing is left, which would say that something was there.
 */
final class BlocksOfReader {

    private BlocksOfReader() {}

    static Blocks of(Blocks blocks, Set<UUID> documents, Set<UUID> events) {
        List<Block> seen = blocks.list().stream()
                .filter(block -> sees(block, documents, events))
                .toList();
        if (seen.size() == blocks.list().size()) {
            return blocks;
        }
        List<Block> kept = new ArrayList<>();
        for (Block block : seen) {
            boolean emptied =
                    block instanceof Block.Heading && hasWords(blocks.list(), block) && !hasWords(seen, block);
            if (!emptied) {
                kept.add(block);
            }
        }
        return new Blocks(kept);
    }

    private static boolean sees(Block block, Set<UUID> documents, Set<UUID> events) {
        return switch (block) {
            case Block.Document item -> item.document() != null && documents.contains(item.document());
            case Block.Event item -> item.event() != null && events.contains(item.event());
            default -> true;
        };
    }

    /** Whether anything but headings and lines stands between this heading and the next of its level or above. */
    private static boolean hasWords(List<Block> blocks, Block heading) {
        int level = ((Block.Heading) heading).level();
        for (Block block : blocks.subList(blocks.indexOf(heading) + 1, blocks.size())) {
            if (block instanceof Block.Heading next && next.level() <= level) {
                return false;
            }
            if (!(block instanceof Block.Heading || block instanceof Block.Divider)) {
                return true;
            }
        }
        return false;
    }
}

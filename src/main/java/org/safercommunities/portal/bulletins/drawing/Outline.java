package org.safercommunities.portal.bulletins.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.Block;

/**
 * The blocks that are drawn, each with the level of the heading it stands under: 1 is the title of the issue. No level is left
 * out on the way down. Lines at the ends, and lines after lines, are left away: something between them may not be for everybody.
 */
final class Outline {

    /**
     * A block in its place.
     *
     * @param level of the heading it stands under; of a heading, its own
     */
    record Place(Block block, int level) {

        /** By which a link of the contents finds it. */
        String anchor() {
            return "b-" + block.id();
        }
    }

    private final List<Place> places = new ArrayList<>();

    Outline(List<Block> blocks) {
        int level = 1;
        Block.@Nullable Divider held = null;
        for (Block block : blocks) {
            if (block instanceof Block.Divider divider) {
                held = places.isEmpty() ? null : divider;
                continue;
            }
            if (isEmpty(block)) {
                continue;
            }
            if (held != null) {
                places.add(new Place(held, level));
                held = null;
            }
            if (block instanceof Block.Heading heading) {
                level = Math.min(heading.level(), level + 1);
            }
            places.add(new Place(block, level));
        }
    }

    private static boolean isEmpty(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.text().isEmpty();
            case Block.Text text -> text.markdown().isBlank();
            case Block.Quote quote -> quote.text().isBlank();
            case Block.Button button -> button.label().isEmpty();
            default -> false;
        };
    }

    List<Place> places() {
        return places;
    }

    /** What stands below this one at the highest level: the entries of a list of contents. */
    List<Place> entries(Place contents) {
        List<Place> headings = places.subList(places.indexOf(contents) + 1, places.size()).stream()
                .filter(place -> place.block() instanceof Block.Heading)
                .toList();
        int highest = headings.stream().mapToInt(Place::level).min().orElse(0);
        return headings.stream().filter(place -> place.level() == highest).toList();
    }

    static String words(Place heading) {
        return ((Block.Heading) heading.block()).text();
    }
}

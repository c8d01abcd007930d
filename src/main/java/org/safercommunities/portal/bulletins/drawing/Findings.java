package org.safercommunities.portal.bulletins.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.Block;

/** Collects what is found, block by block. */
final class Findings {

    private final List<Finding> found = new ArrayList<>();
    private int number;
    private @Nullable Block block;

    /** From now on it is about this block; null: about the whole. */
    void about(int newNumber, @Nullable Block newBlock) {
        number = newNumber;
        block = newBlock;
    }

    void stop(String problem, String remedy) {
        note(Finding.Weight.STOPS, problem, remedy);
    }

    void warn(String problem, String remedy) {
        note(Finding.Weight.WARNS, problem, remedy);
    }

    private void note(Finding.Weight weight, String problem, String remedy) {
        found.add(new Finding(weight, number, block == null ? null : block.id(), problem, remedy));
    }

    List<Finding> all() {
        return found.stream()
                .sorted(Comparator.comparing(Finding::weight).thenComparing(Finding::number))
                .toList();
    }
}

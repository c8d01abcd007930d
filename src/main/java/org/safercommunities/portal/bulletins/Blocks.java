package org.safercommunities.portal.bulletins;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;

/** What a bulletin holds, in order. Every change makes another list. Its JSON is the list that the API takes and the database keeps. */
@JsonDeserialize(using = BlocksReader.class)
public record Blocks(List<Block> list) {

    /** Blocks in one bulletin. */
    public static final int MOST = 200;

    /** Characters of JSON, all blocks together. */
    public static final int LONGEST_JSON = 250_000;

    /** The beginning of every bulletin. */
    public static final Blocks NONE = new Blocks(List.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Blocks {
        list = List.copyOf(list);
        if (list.size() > MOST) {
            throw new InvalidBulletin(
                    "blocks", "A bulletin holds up to %d blocks. These are %d".formatted(MOST, list.size()));
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (Block block : list) {
            Integer earlier = numbers.put(block.id(), numbers.size() + 1);
            if (earlier != null) {
                throw new InvalidBulletin(
                        "blocks",
                        "Block %d has the “id” of block %d. Leave it out for a new one"
                                .formatted(numbers.size() + 1, earlier));
            }
        }
    }

    public static Blocks of(Block... blocks) {
        return new Blocks(List.of(blocks));
    }

    /** Reads what {@link #json} wrote, or somebody else by hand: what is not as documented is refused, naming block and field. */
    public static Blocks ofJson(String json) {
        return BlocksReader.read(json);
    }

    public String json() {
        return JSON.writeValueAsString(list);
    }

    @JsonValue
    List<Block> values() {
        return list;
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public Optional<Block> find(String id) {
        return list.stream().filter(block -> block.id().equals(id)).findFirst();
    }

    /** Where it stands, counted from one as people do; 0 when it is not there. */
    public int number(String id) {
        for (int index = 0; index < list.size(); index++) {
            if (list.get(index).id().equals(id)) {
                return index + 1;
            }
        }
        return 0;
    }

    /** With this one in place of the one of the same id; at the end when there is none. */
    public Blocks with(Block block) {
        int number = number(block.id());
        List<Block> changed = new ArrayList<>(list);
        if (number == 0) {
            changed.add(block);
        } else {
            changed.set(number - 1, block);
        }
        return new Blocks(changed);
    }

    /** @param number where it then stands, counted from one; beyond the ends means the end */
    public Blocks withAt(int number, Block block) {
        List<Block> changed = new ArrayList<>(without(block.id()).list);
        changed.add(Math.clamp(number - 1, 0, changed.size()), block);
        return new Blocks(changed);
    }

    public Blocks without(String id) {
        return new Blocks(list.stream().filter(block -> !block.id().equals(id)).toList());
    }

    /** @param steps down, or up when negative; not beyond the ends */
    public Blocks moved(String id, int steps) {
        return find(id).map(block -> withAt(Math.max(1, number(id) + steps), block))
                .orElse(this);
    }

    /** The documents that stand in it. */
    public Set<UUID> documents() {
        return list.stream()
                .map(block -> block instanceof Block.Document item ? item.document() : null)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The events that stand in it. */
    public Set<UUID> events() {
        return list.stream()
                .map(block -> block instanceof Block.Event item ? item.event() : null)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The copy for those who may see only these documents and events. */
    public Blocks forWhoSees(Set<UUID> documents, Set<UUID> events) {
        return BlocksOfReader.of(this, documents, events);
    }
}

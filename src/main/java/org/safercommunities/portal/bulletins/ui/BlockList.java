package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.BlockType;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;

/** The blocks of a bulletin in order. Cards of blocks that did not change stay as they are, with the caret where it was. */
final class BlockList extends Div implements BlockCard.Actions {

    private static final String ENTERED = "(event.target.closest('.sc-block')?.id ?? '').replace('block-', '')";

    private final Composer composer;
    private final BlockForm form;
    private final OrderedList list = new OrderedList();
    private final LiveText said = new LiveText("");
    private final Map<String, Shown> shown = new LinkedHashMap<>();
    private Map<String, String> others = Map.of();

    /** A card, and what it was made of but for what is typed into it. */
    private record Shown(BlockCard card, int number, int of) {}

    BlockList(Composer composer, BlockChoices choices) {
        this.composer = composer;
        this.form = new BlockForm(choices, block -> composer.blocks(blocks -> blocks.with(block)));
        list.addClassName("sc-block-list");
        said.addClassName("sc-unseen");
        add(list, said);
        drawAnew();
    }

    /** Draws every card anew, as after somebody else’s changes came in. */
    void drawAnew() {
        shown.clear();
        draw();
    }

    void append(BlockType type) {
        Block block = type.empty();
        composer.blocks(blocks -> blocks.with(block));
        draw();
        Shown added = shown.get(block.id());
        if (added != null) {
            // To its first field, for somebody who adds one wants to fill it in
            added.card()
                    .getElement()
                    .executeJs(
                            "this.scrollIntoView({block: 'center'}); requestAnimationFrame(() =>"
                                    + " this.querySelector('vaadin-text-field, vaadin-text-area, vaadin-combo-box, vaadin-upload')?.focus())");
            said.setText("%s added at the end".formatted(type.word()));
        }
    }

    /** Tells of every block that somebody enters, by its id; the empty text when they leave the blocks. */
    void onEntered(Consumer<String> entered) {
        list.getElement()
                .addEventListener(
                        "focusin",
                        focus ->
                                entered.accept(focus.getEventData().get(ENTERED).asString()))
                .addEventData(ENTERED);
        list.getElement()
                .addEventListener("focusout", focus -> entered.accept(""))
                .setFilter("!event.relatedTarget || !event.currentTarget.contains(event.relatedTarget)");
    }

    /** @param names of others who are in a block, by its id */
    void others(Map<String, String> names) {
        others = names;
        shown.forEach((id, each) -> each.card().others(names.getOrDefault(id, "")));
    }

    void findings(List<BlockCard.Found> found) {
        shown.forEach((id, each) -> each.card()
                .findings(found.stream().filter(one -> id.equals(one.block())).toList()));
    }

    /** Brings a block into view and puts the focus into it. */
    void goTo(String id) {
        Shown there = shown.get(id);
        if (there != null) {
            there.card()
                    .getElement()
                    .executeJs(
                            "this.scrollIntoView({block: 'center'}); this.querySelector('vaadin-text-field, vaadin-text-area,"
                                    + " vaadin-combo-box, button, vaadin-button')?.focus()");
        }
    }

    private void draw() {
        Blocks blocks = composer.blocks();
        int of = blocks.list().size();
        Map<String, Shown> before = new LinkedHashMap<>(shown);
        shown.clear();
        list.removeAll();
        for (Block block : blocks.list()) {
            int number = blocks.number(block.id());
            Shown known = before.get(block.id());
            Shown now = known != null && known.number() == number && known.of() == of
                    ? known
                    : new Shown(new BlockCard(block, number, of, form.of(block), this), number, of);
            shown.put(block.id(), now);
            now.card().others(others.getOrDefault(block.id(), ""));
            list.add(now.card());
        }
        getChildren().filter(EmptyState.class::isInstance).toList().forEach(this::remove);
        if (blocks.isEmpty()) {
            addComponentAsFirst(new EmptyState(
                    Icon.ROWS_3, "No blocks yet", "Begin with a heading and a few words, or take in what is new."));
        }
    }

    @Override
    public void move(String id, int steps) {
        composer.blocks(blocks -> blocks.moved(id, steps));
        draw();
        Shown moved = shown.get(id);
        if (moved != null) {
            moved.card().focusMoved(steps);
            said.setText("Now block %d of %d".formatted(moved.number(), moved.of()));
        }
    }

    @Override
    public void drop(String id, String at) {
        composer.blocks(blocks -> blocks.find(id)
                .filter(moved -> blocks.number(at) > 0)
                .map(moved -> blocks.withAt(blocks.number(at), moved))
                .orElse(blocks));
        draw();
    }

    @Override
    public void duplicate(String id) {
        composer.blocks(blocks -> blocks.find(id)
                .map(block -> blocks.withAt(blocks.number(id) + 1, copy(block)))
                .orElse(blocks));
        draw();
        said.setText("Duplicated");
    }

    @Override
    public void remove(String id) {
        int number = composer.blocks().number(id);
        composer.blocks(blocks -> blocks.without(id));
        draw();
        List<Block> left = composer.blocks().list();
        if (!left.isEmpty()) {
            String next = left.get(Math.min(number, left.size()) - 1).id();
            Objects.requireNonNull(shown.get(next)).card().focusMoved(1);
        }
        said.setText("Removed. It stays in the history");
    }

    private static Block copy(Block block) {
        String id = Block.newId();
        return switch (block) {
            case Block.Heading one -> new Block.Heading(id, one.text(), one.level());
            case Block.Text one -> new Block.Text(id, one.markdown(), one.credit());
            case Block.Image one -> new Block.Image(id, one.picture(), one.alt(), one.decorative(), one.href());
            case Block.Document one -> new Block.Document(id, one.document(), one.words());
            case Block.Event one -> new Block.Event(id, one.event(), one.words());
            case Block.Link one -> new Block.Link(id, one.href(), one.label(), one.words());
            case Block.Quote one -> new Block.Quote(id, one.text(), one.by());
            case Block.Button one -> new Block.Button(id, one.href(), one.label());
            case Block.Divider _ -> new Block.Divider(id);
            case Block.Contents _ -> new Block.Contents(id);
            case Block.SaveTheDate one -> new Block.SaveTheDate(id, one.title(), one.date(), one.place());
        };
    }
}

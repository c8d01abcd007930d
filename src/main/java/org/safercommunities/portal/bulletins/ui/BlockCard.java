package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.BlockType;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.QuietButton;

/** One block in the list: what it is, its fields, and how it is moved, by mouse or keyboard. */
final class BlockCard extends ListItem {

    /** What can be done with it. */
    interface Actions {

        void move(String id, int steps);

        /** Puts the block where another one is, which makes room. */
        void drop(String id, String at);

        void duplicate(String id);

        void remove(String id);
    }

    private final Div findings = new Div();
    private final Paragraph others = new Paragraph();
    private final QuietButton up;
    private final QuietButton down;

    BlockCard(Block block, int number, int of, Component fields, Actions actions) {
        addClassName("sc-block");
        setId("block-" + block.id());
        String name = "%s, block %d of %d".formatted(block.type().word(), number, of);
        up = QuietButton.icon(Icon.ARROW_UP, "Move up: " + name, () -> actions.move(block.id(), -1));
        down = QuietButton.icon(Icon.ARROW_DOWN, "Move down: " + name, () -> actions.move(block.id(), 1));
        up.setEnabled(number > 1);
        down.setEnabled(number < of);
        Div grip = new Div(Icon.GRIP_VERTICAL.create());
        grip.addClassName("sc-block-grip");
        H3 heading = new H3(icon(block.type()).create());
        heading.add(block.type().word());
        Div tools = new Div(
                up,
                down,
                QuietButton.icon(Icon.COPY, "Duplicate: " + name, () -> actions.duplicate(block.id())),
                QuietButton.icon(Icon.TRASH_2, "Remove: " + name, () -> actions.remove(block.id())));
        tools.addClassName("sc-block-tools");
        Div top = new Div(grip, heading, tools);
        top.addClassName("sc-block-top");
        findings.addClassName("sc-block-findings");
        others.addClassName("sc-block-others");
        others("");
        add(top, others, fields, findings);
        drags(grip, block.id(), actions);
    }

    private void drags(Div grip, String id, Actions actions) {
        DragSource<Div> source = DragSource.create(grip);
        source.setEffectAllowed(EffectAllowed.MOVE);
        source.setDragData(id);
        DropTarget<BlockCard> target = DropTarget.create(this);
        target.setDropEffect(DropEffect.MOVE);
        target.addDropListener(drop -> drop.getDragData().ifPresent(data -> {
            if (data instanceof String moved && !moved.equals(id)) {
                actions.drop(moved, id);
            }
        }));
    }

    /** Puts the focus where somebody who moves it by the keyboard goes on. */
    void focusMoved(int steps) {
        QuietButton wanted = steps < 0 ? up : down;
        (wanted.isEnabled() ? wanted : steps < 0 ? down : up).focus();
    }

    /** @param names of those who are in it on other pages; empty for nobody */
    void others(String names) {
        others.setText(
                names.isEmpty() ? "" : "%s %s here just now.".formatted(names, names.contains(" and ") ? "are" : "is"));
        others.setVisible(!names.isEmpty());
    }

    /** What is to be put right in it; nothing when all is well. */
    void findings(List<Found> found) {
        findings.removeAll();
        for (Found one : found) {
            Paragraph line = new Paragraph((one.stops() ? Icon.CIRCLE_ALERT : Icon.TRIANGLE_ALERT).create());
            line.add(one.words());
            line.addClassName(one.stops() ? "sc-bad" : "sc-warn");
            findings.add(line);
        }
    }

    /**
     * Something to be put right.
     *
     * @param block id of the block; null when it is about the whole
     */
    record Found(@Nullable String block, boolean stops, String words) {}

    static Icon icon(BlockType type) {
        return switch (type) {
            case HEADING -> Icon.HEADING;
            case TEXT -> Icon.TYPE;
            case IMAGE -> Icon.IMAGE;
            case DOCUMENT -> Icon.FILE_TEXT;
            case EVENT -> Icon.CALENDAR_DAYS;
            case LINK -> Icon.LINK;
            case QUOTE -> Icon.QUOTE;
            case BUTTON -> Icon.MEGAPHONE;
            case DIVIDER -> Icon.MINUS;
            case CONTENTS -> Icon.TABLE_OF_CONTENTS;
            case SAVE_THE_DATE -> Icon.CALENDAR_HEART;
        };
    }
}

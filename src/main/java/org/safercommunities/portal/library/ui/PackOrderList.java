package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.library.packs.PackMember;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Chips;
import org.safercommunities.portal.shared.ui.FactsLine;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.StateChip;

/** The members of a pack to be put in order, by buttons or by dragging, a page of them at a time. */
final class PackOrderList extends Div {

    private static final int AT_ONCE = 50;

    /** What can be done with members. */
    interface Actions {

        List<PackMember> members(int limit);

        int total();

        void move(UUID member, int steps);

        void putBefore(UUID member, UUID other);

        void change(PackMember member, Runnable done);

        void remove(PackMember member);
    }

    private final Actions actions;
    private final OrderedList list = new OrderedList();
    private final LiveText said = new LiveText("");
    private final LiveText shown = new LiveText("");
    private final SecondaryButton more = new SecondaryButton("Show more", this::more);
    private int limit = AT_ONCE;

    PackOrderList(Actions actions) {
        this.actions = actions;
        addClassName("sc-pack-order");
        said.addClassName("sc-unseen");
        Buttons foot = new Buttons(more, shown);
        foot.addClassName("sc-list-foot");
        add(list, foot, said);
        draw();
    }

    private void more() {
        int first = list.getComponentCount();
        limit += AT_ONCE;
        draw();
        focus(first, "button, vaadin-button");
    }

    void draw() {
        list.removeAll();
        List<PackMember> members = actions.members(limit);
        int total = actions.total();
        for (int at = 0; at < members.size(); at++) {
            list.add(card(members.get(at), at, total));
        }
        more.setVisible(total > members.size());
        shown.setText(total > members.size() ? "Showing %,d of %,d".formatted(members.size(), total) : "");
        list.setVisible(total > 0);
    }

    private ListItem card(PackMember member, int at, int total) {
        String name = "%s, %d of %d".formatted(member.title(), at + 1, total);
        QuietButton up = QuietButton.icon(Icon.ARROW_UP, "Move up: " + name, () -> move(member, at, -1));
        QuietButton down = QuietButton.icon(Icon.ARROW_DOWN, "Move down: " + name, () -> move(member, at, 1));
        up.setEnabled(at > 0);
        down.setEnabled(at < total - 1);
        up.addClassName("sc-pack-up");
        down.addClassName("sc-pack-down");
        Div grip = new Div(Icon.GRIP_VERTICAL.create());
        grip.addClassName("sc-block-grip");
        Span title = new Span(member.title());
        title.addClassName("sc-strong");
        Div words = new Div(title, facts(member));
        words.addClassName("sc-pack-order-words");
        PackMember.Document document = member.document();
        if (document != null) {
            Chips chips = new Chips(MarkingChip.of(document.marking().label()));
            if (document.draft()) {
                chips.add(StateChip.warn(Icon.FILE_PEN, "Draft"));
            }
            words.add(chips);
        }
        if (!member.note().isEmpty()) {
            Paragraph note = new Paragraph(member.note());
            note.addClassName("sc-pack-note");
            words.add(note);
        }
        Div tools = new Div(
                up,
                down,
                QuietButton.icon(Icon.PENCIL, "Change: " + name, () -> actions.change(member, this::draw)),
                QuietButton.icon(Icon.X, "Leave out: " + name, () -> {
                    actions.remove(member);
                    draw();
                    said.setText("“%s” is left out".formatted(member.title()));
                    focus(Math.max(0, Math.min(at, list.getComponentCount() - 1)), ".sc-pack-down, .sc-pack-up");
                }));
        tools.addClassName("sc-pack-order-tools");
        ListItem card = new ListItem(grip, words, tools);
        card.addClassName("sc-pack-order-card");
        drags(grip, card, member.id());
        return card;
    }

    private static FactsLine facts(PackMember member) {
        PackMember.Document document = member.document();
        return new FactsLine(
                switch (member.kind()) {
                    case DOCUMENT -> "Document";
                    case EVENT -> "Event";
                    case LINK -> "Link";
                },
                document == null ? "" : FileSize.of(document.size()),
                member.section());
    }

    private void move(PackMember member, int at, int steps) {
        actions.move(member.id(), steps);
        draw();
        int now = at + steps;
        said.setText("Now %d of %d".formatted(now + 1, actions.total()));
        focus(
                now,
                steps < 0
                        ? ".sc-pack-up:not([disabled]), .sc-pack-down"
                        : ".sc-pack-down:not([disabled]), .sc-pack-up");
    }

    /** Where somebody who works by the keyboard goes on. */
    private void focus(int at, String selector) {
        list.getElement()
                .executeJs(
                        "requestAnimationFrame(() => { const li = this.children[$0];"
                                + " const all = $1.split(', ').map(s => li?.querySelector(s)).filter(Boolean); all[0]?.focus() })",
                        at,
                        selector);
    }

    private void drags(Div grip, ListItem card, UUID id) {
        DragSource<Div> source = DragSource.create(grip);
        source.setEffectAllowed(EffectAllowed.MOVE);
        source.setDragData(id);
        DropTarget<ListItem> target = DropTarget.create(card);
        target.setDropEffect(DropEffect.MOVE);
        target.addDropListener(drop -> drop.getDragData().ifPresent(data -> {
            if (data instanceof UUID moved && !moved.equals(id)) {
                actions.putBefore(moved, id);
                draw();
            }
        }));
    }
}

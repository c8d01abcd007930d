package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.function.Consumer;
import org.safercommunities.portal.bulletins.BlockType;
import org.safercommunities.portal.shared.ui.Icon;

/** Adds a block at the end, of one of the kinds there are. */
final class AddBlock extends Div {

    AddBlock(Consumer<BlockType> added) {
        addClassName("sc-add-block");
        MenuBar menu = new MenuBar();
        menu.getElement().setAttribute("aria-label", "Add a block");
        Span label = new Span(Icon.PLUS.create());
        label.add("Add a block");
        MenuItem add = menu.addItem(label);
        for (BlockType type : BlockType.values()) {
            Span kind = new Span(BlockCard.icon(type).create());
            kind.add(type.word());
            kind.addClassName("sc-add-block-kind");
            add.getSubMenu().addItem(kind, click -> added.accept(type));
        }
        add(menu);
    }
}

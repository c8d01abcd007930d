package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.ui.Sheet;

/** A form above a list, closed until it is asked for; the button that opens it stands aside meanwhile. */
abstract class OpenedForm extends Div {

    private @Nullable Button opener;

    void openedBy(Button button) {
        opener = button;
    }

    abstract void open();

    protected final void show(String heading, Component... content) {
        removeAll();
        add(Sheet.titled(heading, content));
        addClassName("sc-section");
        if (opener != null) {
            opener.setVisible(false);
        }
    }

    protected final void close() {
        removeAll();
        removeClassName("sc-section");
        if (opener != null) {
            opener.setVisible(true);
            opener.focus();
        }
    }
}

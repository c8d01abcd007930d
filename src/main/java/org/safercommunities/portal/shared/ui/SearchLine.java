package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** A large search box with its button, for a page whose first purpose is finding. */
public class SearchLine extends Div {

    private final TextField box = new TextField();
    private final Button button;

    /** @param search gets what was typed, without spaces around it, on Enter, on the button and when the box is cleared */
    public SearchLine(String meaning, String placeholder, Consumer<String> search) {
        addClassName("sc-search");
        getElement().setAttribute("role", "search");
        getElement().setAttribute("aria-label", meaning);
        box.setAriaLabel(meaning);
        box.setPlaceholder(placeholder);
        box.setPrefixComponent(Icon.SEARCH.create());
        box.setClearButtonVisible(true);
        box.setMaxLength(200);
        box.setValueChangeMode(ValueChangeMode.EAGER);
        box.addKeyPressListener(Key.ENTER, event -> search.accept(words()));
        box.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue().isEmpty()) {
                search.accept("");
            }
        });
        button = new PrimaryButton("Search", () -> search.accept(words()));
        add(box, button);
    }

    /** With an outlined button, for a page that has something else to do first. */
    public SearchLine besideOthers() {
        button.removeThemeVariants(ButtonVariant.PRIMARY);
        return this;
    }

    public void setWords(String words) {
        box.setValue(words);
    }

    /** The box itself, for a value change listener that searches as somebody types. */
    public TextField box() {
        return box;
    }

    private String words() {
        return box.getValue().strip();
    }
}

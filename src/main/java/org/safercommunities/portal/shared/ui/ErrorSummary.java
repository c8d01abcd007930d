package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.FocusOption;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong with a form, above it: takes focus when shown, and each line leads to its field. The message stands at the
 * field as well, until the summary is shown again.
 */
public class ErrorSummary extends Div {

    /** One thing to put right. */
    public record Fault(String message, Focusable<?> field) {

        /** At a group of choices, which takes no focus itself: the first of them does. The caller marks the group. */
        public static Fault atChoices(String message, Component group) {
            return new Fault(message, new Choices(group.getElement()));
        }
    }

    private record Choices(Element group) implements Focusable<Component> {

        @Override
        public Element getElement() {
            return group;
        }

        @Override
        public void focus(FocusOption... options) {
            group.executeJs("this.querySelector('vaadin-radio-button, vaadin-checkbox')?.focus()");
        }
    }

    private List<HasValidation> marked = List.of();

    public ErrorSummary() {
        addClassName("sc-errors");
        getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** Shows these faults, or nothing at all when there are none. */
    public void show(List<Fault> faults) {
        removeAll();
        marked.forEach(field -> field.setInvalid(false));
        marked = faults.stream().flatMap(ErrorSummary::mark).toList();
        setVisible(!faults.isEmpty());
        if (faults.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        faults.forEach(fault -> list.add(new ListItem(link(fault))));
        add(new H2(faults.size() == 1 ? "There is a problem" : "There are " + faults.size() + " problems"), list);
        getElement().callJsFunction("focus");
    }

    private static Stream<HasValidation> mark(Fault fault) {
        if (fault.field() instanceof HasValidation field) {
            field.setErrorMessage(fault.message());
            field.setInvalid(true);
            return Stream.of(field);
        }
        return Stream.empty();
    }

    private static Component link(Fault fault) {
        NativeButton link =
                new NativeButton(fault.message(), event -> fault.field().focus());
        link.getElement().setAttribute("type", "button");
        return link;
    }
}

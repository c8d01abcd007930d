package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses a document or an event by typing some of its title. */
final class ThingChoice extends Div {

    /** @param facts beside the title in the list, such as a date */
    record Thing(UUID id, String title, String facts) {}

    interface Find {
        Stream<Thing> find(String typed, int offset, int limit);
    }

    private final ComboBox<Thing> field;
    private final @Nullable UUID unseen;

    /** @param chosen what is chosen now; one that this editor may not see stays chosen, and says so */
    ThingChoice(String label, @Nullable UUID chosen, Function<UUID, Optional<Thing>> look, Find find) {
        field = new ComboBox<>(label);
        field.setWidthFull();
        field.setItems(query -> find.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        field.setItemLabelGenerator(
                thing -> thing.facts().isEmpty() ? thing.title() : thing.title() + " · " + thing.facts());
        Optional<Thing> now = chosen == null ? Optional.empty() : look.apply(chosen);
        now.ifPresent(field::setValue);
        unseen = now.isEmpty() ? chosen : null;
        if (unseen != null) {
            field.setHelperText("What was chosen is withdrawn, or not yours to see. Choose another one");
        } else {
            field.setHelperText("Type some of its title");
        }
        add(field);
    }

    @Nullable
    UUID chosen() {
        Thing thing = field.getValue();
        return thing == null ? unseen : thing.id();
    }

    void onChange(Runnable changed) {
        field.addValueChangeListener(change -> changed.run());
    }
}

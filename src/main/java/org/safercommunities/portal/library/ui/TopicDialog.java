package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.TopicEntry;

/** Name, sort and years of a topic. */
final class TopicDialog {

    private final TextField name = new TextField("Name");
    private final Checkbox theme = new Checkbox("A theme that cuts across the priorities");
    private final IntegerField first = new IntegerField("First year");
    private final IntegerField last = new IntegerField("Last year");
    private final Checkbox retired = new Checkbox("Retired: new documents cannot have it");

    private TopicDialog(@Nullable TopicEntry known) {
        name.setMaxLength(160);
        name.setRequiredIndicatorVisible(true);
        first.setHelperText("Of the agreement that has it. Leave it empty when it always had.");
        last.setHelperText("Leave it empty when it still has.");
        retired.setVisible(known != null);
        if (known != null) {
            name.setValue(known.name());
            theme.setValue(known.theme());
            first.setValue(known.firstYear());
            last.setValue(known.lastYear());
            retired.setValue(known.retired());
        }
    }

    static void forNew(Consumer<TopicEntry> save) {
        new TopicDialog(null).open("Add a topic", "", save);
    }

    static void forKnown(TopicEntry known, Consumer<TopicEntry> save) {
        new TopicDialog(known).open("Change “%s”".formatted(known.name()), known.slug(), save);
    }

    private void open(String heading, String slug, Consumer<TopicEntry> save) {
        new EntryDialog(
                        heading,
                        () -> save.accept(new TopicEntry(
                                slug,
                                name.getValue(),
                                theme.getValue(),
                                retired.getValue(),
                                first.getValue(),
                                last.getValue(),
                                0)))
                .field("name", name)
                .field("theme", theme)
                .field("firstYear", first)
                .field("lastYear", last)
                .field("retired", retired)
                .open();
    }
}

package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.KindEntry;

/** Name and retention of a kind of document. */
final class KindDialog {

    private final TextField name = new TextField("Name");
    private final IntegerField months = new IntegerField("Months to keep");
    private final Checkbox retired = new Checkbox("Retired: new documents cannot be of it");

    private KindDialog(@Nullable KindEntry known) {
        name.setMaxLength(160);
        name.setRequiredIndicatorVisible(true);
        months.setHelperText("After publication, unless a document says otherwise. Leave it empty for ever.");
        retired.setVisible(known != null);
        if (known != null) {
            name.setValue(known.name());
            months.setValue(known.retentionMonths());
            retired.setValue(known.retired());
        }
    }

    static void forNew(Consumer<KindEntry> save) {
        new KindDialog(null).open("Add a kind of document", "", save);
    }

    static void forKnown(KindEntry known, Consumer<KindEntry> save) {
        new KindDialog(known).open("Change “%s”".formatted(known.name()), known.slug(), save);
    }

    private void open(String heading, String slug, Consumer<KindEntry> save) {
        new EntryDialog(
                        heading,
                        () -> save.accept(
                                new KindEntry(slug, name.getValue(), retired.getValue(), months.getValue(), 0)))
                .field("name", name)
                .field("retentionMonths", months)
                .field("retired", retired)
                .open();
    }
}

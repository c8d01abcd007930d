package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** What is said of one file of many. */
class FileDialog extends Dialog {

    private final TextField title = new TextField("Title");
    private final TextArea description = new TextArea("Description");
    private final ErrorSummary errors = new ErrorSummary();

    FileDialog(
            DocumentDescription said,
            DescriptionChoices choices,
            Set<String> ownGroups,
            Consumer<DocumentDescription> done) {
        setHeaderTitle("Change this file");
        DescriptionFields fields = new DescriptionFields(choices, ownGroups).ofOne();
        title.setAutofocus(true);
        title.setValue(said.title());
        title.setMaxLength(250);
        title.setWidthFull();
        description.setValue(said.description());
        description.setMaxLength(2000);
        description.setWidthFull();
        fields.show(said, choices);
        add(new FormColumn(errors, title, description, fields));
        getFooter().add(new SecondaryButton("Cancel", this::close), new PrimaryButton("Use for this file", () -> {
            try {
                done.accept(fields.description(title.getValue(), description.getValue()));
                close();
            } catch (InvalidDocument invalid) {
                errors.show(List.of(new ErrorSummary.Fault(
                        invalid.getMessage(), invalid.field().equals("title") ? title : fields.audience.firstField())));
            }
        }));
        setWidth("min(100vw, 640px)");
    }
}

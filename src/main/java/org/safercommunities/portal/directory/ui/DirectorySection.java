package org.safercommunities.portal.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.directory.Directory;
import org.safercommunities.portal.directory.DirectoryEntry;
import org.safercommunities.portal.directory.InvalidDirectoryEntry;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.library.Topics.Topic;
import org.safercommunities.portal.shared.ui.AccountSection;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** What somebody says of themselves for colleagues in other agencies, on their own page. */
@org.springframework.stereotype.Component
class DirectorySection implements AccountSection {

    private final Directory directory;
    private final Topics topics;
    private final CurrentReader currentReader;

    DirectorySection(Directory directory, Topics topics, CurrentReader currentReader) {
        this.directory = directory;
        this.topics = topics;
        this.currentReader = currentReader;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Component create() {
        Reader me = currentReader.get();
        Fields fields = new Fields(topics.all());
        fields.show(directory.mine(me), directory.lists(me));
        Paragraph how = new Paragraph(
                "Colleagues in all agencies find you there by what you do and lead on. They see your name, agency and email address, and what you enter here.");
        how.addClassName("sc-note");
        Sheet sheet = Sheet.titled(
                "In the directory",
                how,
                new FormColumn(
                        fields.listed,
                        fields.job,
                        fields.phone,
                        fields.leads,
                        fields.about,
                        new Buttons(new SecondaryButton("Save entry", () -> save(fields)))));
        sheet.setId("directory");
        return sheet;
    }

    private void save(Fields fields) {
        fields.byName().values().forEach(field -> field.setInvalid(false));
        try {
            directory.keep(fields.entry(), currentReader.get());
            Notices.on(UI.getCurrent())
                    .good(
                            fields.listed.getValue()
                                    ? "Saved. You are in the directory."
                                    : "Saved. You are not in the directory.");
        } catch (InvalidDirectoryEntry invalid) {
            HasValidation field = fields.byName().getOrDefault(invalid.field(), fields.about);
            field.setErrorMessage(invalid.getMessage());
            field.setInvalid(true);
            ((com.vaadin.flow.component.Focusable<?>) field).focus();
        }
    }

    private static final class Fields {

        private final Checkbox listed = new Checkbox("List me in the directory");
        private final TextField job = new TextField("What you do");
        private final TextField phone = new TextField("Telephone");
        private final MultiSelectComboBox<Topic> leads = new MultiSelectComboBox<>("You lead on");
        private final TextArea about = new TextArea("Anything else");

        Fields(List<Topic> all) {
            job.setMaxLength(DirectoryEntry.LONGEST_JOB);
            job.setHelperText("For example: community safety manager.");
            phone.setMaxLength(40);
            leads.setItems(all);
            leads.setItemLabelGenerator(Topic::name);
            about.setMaxLength(DirectoryEntry.LONGEST_ABOUT);
            about.setHelperText("For example when you are at work, or who stands in for you.");
        }

        void show(DirectoryEntry entry, boolean isListed) {
            listed.setValue(isListed);
            job.setValue(entry.job());
            phone.setValue(entry.phone());
            about.setValue(entry.about());
            leads.setValue(leads.getListDataView()
                    .getItems()
                    .filter(topic -> entry.leads().contains(topic.slug()))
                    .collect(Collectors.toSet()));
        }

        DirectoryEntry entry() {
            return new DirectoryEntry(
                    listed.getValue(),
                    job.getValue(),
                    phone.getValue(),
                    about.getValue(),
                    leads.getValue().stream().map(Topic::slug).collect(Collectors.toSet()));
        }

        Map<String, HasValidation> byName() {
            return Map.of("job", job, "phone", phone, "leads", leads, "about", about);
        }
    }
}

package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.library.contributions.ContributionContent;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.FormColumn;

/** What somebody says of a document that they offer. Of a newer version only what is new about it. */
final class ContributionForm extends FormColumn {

    private static final String EVERYONE = "Everyone who signs in";
    private static final String SOME = "Only some people";

    final TextField title = new TextField("Title");
    final TextArea description = new TextArea("What it is, and for whom");
    final TextField whom = new TextField("Whom do you mean");
    final TextArea note = new TextArea("What has changed");
    final TextArea handling = new TextArea("How to handle it");
    private final Select<Topics.Kind> kind = new Select<>();
    private final MultiSelectComboBox<Topics.Topic> topics = new MultiSelectComboBox<>("Topics");
    private final RadioButtonGroup<String> wish = new RadioButtonGroup<>("Who should see it");
    private final RadioButtonGroup<Marking> marking = new RadioButtonGroup<>("Marking");
    private final RadioButtonGroup<Boolean> credit = new RadioButtonGroup<>("Who is credited");
    private final Checkbox mayShare = new Checkbox("I may share it, and others may use and adapt it");
    private final Checkbox noPersonalData = new Checkbox("Nobody can be recognised in it: there is no personal data");
    private final OfferedFile file;
    private final ContributionContent before;

    ContributionForm(
            ContributionServices services,
            ContributionContent before,
            boolean newerVersion,
            String agency,
            OfferedFile file) {
        this.before = before;
        this.file = file;
        addClassName("sc-offer-form");
        text(title, before.title(), ContributionContent.LONGEST_TITLE);
        text(description, before.description(), ContributionContent.LONGEST_DESCRIPTION);
        text(whom, before.audienceWish(), ContributionContent.LONGEST_WISH);
        text(note, before.note(), ContributionContent.LONGEST_NOTE);
        text(handling, before.handling(), ContributionContent.LONGEST_HANDLING);
        choices(services, before);
        String name = services.names(Set.of(services.reader().personId()))
                .getOrDefault(services.reader().personId(), "My name");
        credit.setItems(false, true);
        credit.setItemLabelGenerator(named -> named ? "%s, %s".formatted(name, agency) : agency);
        credit.setValue(before.named());
        mayShare.setValue(before.mayShare());
        noPersonalData.setValue(before.noPersonalData());
        Div confirmed = new Div(mayShare, noPersonalData);
        confirmed.addClassName("sc-offer-confirmed");
        add(file);
        if (newerVersion) {
            add(note, marking, handling, confirmed);
        } else {
            add(title, description, kind, topics, wish, whom, marking, handling, credit, confirmed);
        }
    }

    private static void text(AbstractField<?, String> field, String value, int most) {
        field.setValue(value);
        if (field instanceof TextArea area) {
            area.setMaxLength(most);
            area.setMinRows(2);
            area.setWidthFull();
        } else if (field instanceof TextField line) {
            line.setMaxLength(most);
            line.setWidthFull();
        }
    }

    private void choices(ContributionServices services, ContributionContent now) {
        DescriptionChoices choices = services.choices();
        kind.setLabel("Kind");
        kind.setItems(choices.kindsAnd(now.kind()));
        kind.setItemLabelGenerator(Topics.Kind::name);
        kind.setValue(choices.kind(now.kind()));
        kind.setWidthFull();
        List<Topics.Topic> possible = choices.topicsAnd(now.topics());
        topics.setItems(possible);
        topics.setItemLabelGenerator(Topics.Topic::name);
        topics.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        topics.setValue(possible.stream()
                .filter(topic -> now.topics().contains(topic.slug()))
                .collect(Collectors.toSet()));
        topics.setWidthFull();
        title.setRequiredIndicatorVisible(true);
        description.setRequiredIndicatorVisible(true);
        note.setRequiredIndicatorVisible(true);
        wish.setItems(EVERYONE, SOME);
        wish.setValue(now.audienceWish().isEmpty() ? EVERYONE : SOME);
        wish.setHelperText("The team decides, and asks you if it sees it another way.");
        whom.setHelperText("For example: housing officers of the districts.");
        whom.setVisible(!now.audienceWish().isEmpty());
        wish.addValueChangeListener(change -> whom.setVisible(SOME.equals(change.getValue())));
        marking.setItems(Marking.values());
        marking.setItemLabelGenerator(Marking::label);
        marking.setValue(now.marking());
        marking.setHelperText("Anything higher does not belong here: do not offer it.");
        handling.setHelperText("For example: share only with colleagues who need it for a visit.");
        handling.setVisible(now.marking() == Marking.OFFICIAL_SENSITIVE);
        marking.addValueChangeListener(change -> handling.setVisible(change.getValue() == Marking.OFFICIAL_SENSITIVE));
    }

    /** Calls back after each change that the person made. */
    void onEachChange(Runnable changed) {
        for (AbstractField<?, ?> field :
                List.<AbstractField<?, ?>>of(title, description, whom, note, handling, mayShare, noPersonalData)) {
            field.addValueChangeListener(change -> act(change.isFromClient(), changed));
        }
        kind.addValueChangeListener(change -> act(change.isFromClient(), changed));
        topics.addValueChangeListener(change -> act(change.isFromClient(), changed));
        wish.addValueChangeListener(change -> act(change.isFromClient(), changed));
        marking.addValueChangeListener(change -> act(change.isFromClient(), changed));
        credit.addValueChangeListener(change -> act(change.isFromClient(), changed));
    }

    private static void act(boolean byPerson, Runnable changed) {
        if (byPerson) {
            changed.run();
        }
    }

    /** A first title, from the name of the file. */
    void propose(String fileName) {
        if (title.isEmpty()) {
            title.setValue(StoredNames.title(fileName));
        }
    }

    ContributionContent content() {
        Topics.Kind chosen = kind.getValue();
        return new ContributionContent(
                title.getValue(),
                description.getValue(),
                chosen == null ? before.kind() : chosen.slug(),
                topics.getValue().stream().map(Topics.Topic::slug).collect(Collectors.toSet()),
                marking.getValue(),
                handling.getValue(),
                SOME.equals(wish.getValue()) ? whom.getValue() : "",
                note.getValue(),
                Boolean.TRUE.equals(credit.getValue()),
                mayShare.getValue(),
                noPersonalData.getValue());
    }

    /** What is wrong, each at its field. */
    List<ErrorSummary.Fault> faults(List<InvalidDocument> refused) {
        Map<String, Focusable<? extends Component>> fields = new HashMap<>(Map.of(
                "file", file.button(),
                "title", title,
                "description", description,
                "note", note,
                "handling", handling,
                "audienceWish", whom,
                "mayShare", mayShare,
                "noPersonalData", noPersonalData));
        return refused.stream()
                .map(one -> new ErrorSummary.Fault(one.getMessage(), fields.getOrDefault(one.field(), file.button())))
                .toList();
    }
}

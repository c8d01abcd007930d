package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.ui.AudienceFields;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.library.catalogue.BulkChange;
import org.safercommunities.portal.library.catalogue.DescriptionChange;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.FormColumn;

/** What is to become of many documents; whatever is left empty stays as it is. */
class BulkFields extends FormColumn {

    private enum Seen {
        STAYS("Stays as it is"),
        ADD("These see them too"),
        REPLACE("Only these see them");

        private final String label;

        Seen(String label) {
            this.label = label;
        }
    }

    private enum Step {
        NONE("None"),
        PUBLISH("Publish drafts"),
        WITHDRAW("Withdraw, with a reason"),
        REMOVE("Remove");

        private final String label;

        Step(String label) {
            this.label = label;
        }
    }

    private final MultiSelectComboBox<Topics.Topic> add = new MultiSelectComboBox<>("Add topics");
    private final MultiSelectComboBox<Topics.Topic> take = new MultiSelectComboBox<>("Take topics away");
    private final Select<Topics.Kind> kind = new Select<>();
    private final Select<Marking> marking = new Select<>();
    private final TextArea handling = new TextArea("How to handle them");
    private final Select<Seen> seen = new Select<>();
    private final AudienceFields audience;
    private final ComboBox<PersonSummary> owner = new ComboBox<>("Owner");
    private final DatePicker review = new DatePicker("Review on");
    private final DateTimePicker until = new DateTimePicker("Visible until");
    private final DatePicker disposeOn = new DatePicker("Kept until");
    private final TextField basis = new TextField("Why they are kept until then");
    private final Select<Step> step = new Select<>();
    private final TextArea reason = new TextArea("Why they are withdrawn");

    BulkFields(DescriptionChoices choices, PersonList people, Set<String> ownGroups) {
        audience = new AudienceFields(
                "Who", choices.audience(), ownGroups, "Afterwards you see them only if the audience includes you.");
        for (MultiSelectComboBox<Topics.Topic> topics : java.util.List.of(add, take)) {
            topics.setItemLabelGenerator(Topics.Topic::name);
            topics.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
            topics.setWidthFull();
        }
        add.setItems(choices.topics());
        take.setItems(choices.topicsAnd(Set.of()));
        kind.setLabel("Kind");
        kind.setItems(choices.kinds());
        kind.setItemLabelGenerator(one -> one == null ? "Stays as it is" : one.name());
        kind.setEmptySelectionAllowed(true);
        marking.setLabel("Marking");
        marking.setItems(Marking.values());
        marking.setItemLabelGenerator(one -> one == null ? "Stays as it is" : one.label());
        marking.setEmptySelectionAllowed(true);
        marking.addValueChangeListener(change -> handling.setVisible(change.getValue() == Marking.OFFICIAL_SENSITIVE));
        handling.setMaxLength(500);
        handling.setVisible(false);
        seen.setLabel("Who may see them");
        seen.setItems(Seen.values());
        seen.setItemLabelGenerator(one -> one.label);
        seen.setValue(Seen.STAYS);
        audience.setVisible(false);
        seen.addValueChangeListener(change -> audience.setVisible(change.getValue() != Seen.STAYS));
        owner.setItemLabelGenerator(person -> person.name() + ", " + person.email());
        owner.setItems(
                query -> people.search(query.getFilter().orElse(""), null, query.getOffset(), query.getLimit()).stream()
                        .filter(PersonSummary::active));
        until.setLocale(Locale.UK);
        for (DatePicker day : java.util.List.of(review, disposeOn)) {
            day.setLocale(Locale.UK);
            day.setClearButtonVisible(true);
        }
        basis.setMaxLength(300);
        step.setLabel("Step");
        step.setItems(Step.values());
        step.setItemLabelGenerator(one -> one.label);
        step.setValue(Step.NONE);
        reason.setMaxLength(500);
        reason.setVisible(false);
        reason.setHelperText("Their readers see it in their place.");
        step.addValueChangeListener(change -> reason.setVisible(change.getValue() == Step.WITHDRAW));
        for (com.vaadin.flow.component.HasSize field :
                java.util.List.of(kind, marking, handling, seen, owner, basis, step, reason)) {
            field.setWidthFull();
        }
        add(add, take, kind, marking, handling, seen, audience, owner, review, until, disposeOn, basis, step, reason);
    }

    /** Whether it takes them away from people, which is asked about once more. */
    boolean takesAway() {
        return step.getValue() == Step.WITHDRAW || step.getValue() == Step.REMOVE;
    }

    /**
     * Everything that is chosen now, apart from the page.
     *
     * @throws InvalidDocument when nothing is chosen, or the audience is empty
     */
    BulkChange change() {
        DescriptionChange more =
                new DescriptionChange(slugs(add), slugs(take), seen.getValue() == Seen.ADD ? chosenAudience() : null);
        @Nullable Audience only = seen.getValue() == Seen.REPLACE ? chosenAudience() : null;
        @Nullable
        String newKind = kind.getValue() == null ? null : kind.getValue().slug();
        @Nullable Marking newMarking = marking.getValue();
        String how = handling.getValue();
        @Nullable LocalDate on = review.getValue();
        @Nullable
        UUID person = owner.getValue() == null ? null : owner.getValue().id();
        @Nullable LocalDate kept = disposeOn.getValue();
        String why = basis.getValue();
        @Nullable LocalDateTime end = until.getValue();
        @Nullable Instant ending = end == null ? null : end.atZone(Dates.KENT).toInstant();
        return new BulkChange(
                said -> described(more.apply(said), newKind, newMarking, how, only, on),
                term -> new DocumentTerm(
                        person == null ? term.owner() : person,
                        term.visibleFrom(),
                        ending == null ? term.visibleUntil() : ending,
                        kept == null ? term.disposeOn() : kept,
                        why.isBlank() ? term.retentionBasis() : why),
                step.getValue() == Step.PUBLISH,
                step.getValue() == Step.WITHDRAW ? reason.getValue() : null,
                step.getValue() == Step.REMOVE);
    }

    private static DocumentDescription described(
            DocumentDescription said,
            @Nullable String kind,
            @Nullable Marking marking,
            String handling,
            @Nullable Audience audience,
            @Nullable LocalDate reviewOn) {
        return new DocumentDescription(
                said.title(),
                said.description(),
                kind == null ? said.kind() : kind,
                said.topics(),
                marking == null ? said.marking() : marking,
                marking == Marking.OFFICIAL ? null : handling.isBlank() ? said.handling() : handling,
                audience == null ? said.audience() : audience,
                reviewOn == null ? said.reviewOn() : reviewOn);
    }

    private Audience chosenAudience() {
        return audience.audience()
                .orElseThrow(() ->
                        new InvalidDocument("audience", "Choose at least one agency, group or person, or everyone"));
    }

    private static Set<String> slugs(MultiSelectComboBox<Topics.Topic> topics) {
        return topics.getValue().stream().map(Topics.Topic::slug).collect(Collectors.toSet());
    }
}

package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.FormColumn;

/** Who answers for a document, from when until when it can be seen, and until when it is kept. */
class TermFields extends FormColumn {

    private final ComboBox<PersonSummary> owner = new ComboBox<>("Owner");
    private final DateTimePicker from = new DateTimePicker("Visible from");
    private final DateTimePicker until = new DateTimePicker("Visible until");
    private final DatePicker disposeOn = new DatePicker("Kept until");
    private final TextField basis = new TextField("Why it is kept until then");

    TermFields(PersonList people, DocumentTerm term) {
        owner.setItemLabelGenerator(person -> person.name() + ", " + person.email());
        owner.setItems(
                query -> people.search(query.getFilter().orElse(""), null, query.getOffset(), query.getLimit()).stream()
                        .filter(PersonSummary::active));
        people.find(term.owner()).ifPresent(owner::setValue);
        owner.setHelperText("Is asked, when its review is due, whether it still holds.");
        owner.setWidthFull();
        from.setHelperText("An embargo: until this minute only editors see it. Leave it empty for at once.");
        until.setHelperText("From this minute only editors see it. Leave it empty for no end.");
        for (DateTimePicker moment : java.util.List.of(from, until)) {
            moment.setLocale(Locale.UK);
            moment.setStep(Duration.ofMinutes(15));
        }
        from.setValue(inKent(term.visibleFrom()));
        until.setValue(inKent(term.visibleUntil()));
        disposeOn.setLocale(Locale.UK);
        disposeOn.setClearButtonVisible(true);
        disposeOn.setHelperText("From this day on it may be deleted for good, once an editor has approved it.");
        disposeOn.setValue(term.disposeOn());
        basis.setMaxLength(300);
        basis.setWidthFull();
        basis.setHelperText("For example: retention policy, three years after publication.");
        basis.setValue(term.retentionBasis() == null ? "" : term.retentionBasis());
        add(owner, from, until, disposeOn, basis);
    }

    /** @throws InvalidDocument when it cannot be so */
    DocumentTerm term() {
        PersonSummary chosen = owner.getValue();
        if (chosen == null) {
            throw new InvalidDocument("owner", "Choose who answers for it");
        }
        return new DocumentTerm(chosen.id(), instant(from), instant(until), disposeOn.getValue(), basis.getValue());
    }

    /** The field that a refusal is about; null when it is about none of these. */
    @Nullable
    Component field(String name) {
        return Map.<String, Component>of(
                        "owner", owner,
                        "visibleFrom", from,
                        "visibleUntil", until,
                        "disposeOn", disposeOn,
                        "retentionBasis", basis)
                .get(name);
    }

    private static @Nullable LocalDateTime inKent(@Nullable Instant moment) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, Dates.KENT);
    }

    private static @Nullable Instant instant(DateTimePicker field) {
        LocalDateTime value = field.getValue();
        return value == null ? null : value.atZone(Dates.KENT).toInstant();
    }
}

package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Capacity;
import org.safercommunities.portal.agencies.GroupPlace;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Somebody's place in a group: as what, for whom, from when until when. */
class PlaceDialog extends Dialog {

    private final PersonSummary person;
    private final Select<Capacity> capacity = new Select<>();
    private final ComboBox<PersonSummary> standsInFor = new ComboBox<>("Stands in for");
    private final DatePicker from = new DatePicker("First day");
    private final DatePicker until = new DatePicker("Last day");
    private final EntryForm entry = new EntryForm(this);

    /** @param members for whom they could stand in */
    PlaceDialog(PersonSummary person, GroupPlace place, List<PersonSummary> members, Consumer<GroupPlace> save) {
        this.person = person;
        capacity.setLabel("As");
        capacity.setItems(Capacity.values());
        capacity.setItemLabelGenerator(Capacity::inWords);
        standsInFor.setItems(members);
        standsInFor.setItemLabelGenerator(PersonSummary::name);
        standsInFor.setHelperText(
                "The substitute sees what the member sees, for as long as the member is in the group.");
        from.setLocale(Locale.UK);
        until.setLocale(Locale.UK);
        until.setHelperText("After this day they no longer see what is shared with the group only. Empty: no end.");
        capacity.addValueChangeListener(change -> standsInFor.setVisible(change.getValue() == Capacity.SUBSTITUTE));
        show(place, members);
        entry.field("capacity", capacity)
                .field("substituteFor", standsInFor)
                .field("from", from)
                .field("until", until);
        FormColumn fields = new FormColumn(capacity, standsInFor, from, until);
        String title = person.name() + " in this group";
        Div words = new Div(
                new H2(title),
                fields,
                new Buttons(
                        new PrimaryButton("Save", () -> {
                            if (entry.attempt("Saved.", () -> save.accept(place()))) {
                                close();
                            }
                        }),
                        new SecondaryButton("Go back", this::close)));
        words.addClassName("sc-question");
        add(words);
        setCloseOnOutsideClick(false);
        getElement().setAttribute("aria-label", title);
    }

    private void show(GroupPlace place, List<PersonSummary> members) {
        capacity.setValue(place.capacity());
        standsInFor.setVisible(place.capacity() == Capacity.SUBSTITUTE);
        members.stream()
                .filter(member -> member.id().equals(place.substituteFor()))
                .findFirst()
                .ifPresent(standsInFor::setValue);
        from.setValue(place.from());
        until.setValue(place.until());
    }

    private GroupPlace place() {
        @Nullable PersonSummary member = standsInFor.getValue();
        return new GroupPlace(
                person.id(),
                capacity.getValue(),
                member == null ? null : member.id(),
                from.getValue(),
                until.getValue());
    }
}

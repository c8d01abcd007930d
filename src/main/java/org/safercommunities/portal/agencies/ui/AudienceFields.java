package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.KeepTyped;
import org.springframework.modulith.NamedInterface;

/** Who may see a thing: everyone, or some agencies, groups and people. */
@NamedInterface("ui")
public class AudienceFields extends Div {

    private enum Seen {
        EVERYONE("Everyone who signs in"),
        SOME("Some agencies, groups or people");

        private final String label;

        Seen(String label) {
            this.label = label;
        }
    }

    private final AudienceChoices choices;
    private final Set<String> ownGroups;
    private final String warning;
    private final RadioButtonGroup<Seen> seen;
    private final MultiSelectComboBox<AgencySummary> agencies = new MultiSelectComboBox<>("Agencies");
    private final MultiSelectComboBox<GroupSummary> groups = new MultiSelectComboBox<>("Groups");
    private final MultiSelectComboBox<PersonSummary> people = new MultiSelectComboBox<>("People");
    private final Div some = new Div(agencies, groups, people);
    private final Div groupWarning = new Div();

    /**
     * @param label of the choice, for example “Who may see them”
     * @param ownGroups of whoever chooses, who is warned before they shut themselves out
     * @param warning what that means for them
     */
    public AudienceFields(String label, AudienceChoices choices, Set<String> ownGroups, String warning) {
        this.choices = choices;
        this.ownGroups = Set.copyOf(ownGroups);
        this.warning = warning;
        seen = new RadioButtonGroup<>(label);
        addClassName("sc-audience");
        seen.setItems(Seen.values());
        seen.setItemLabelGenerator(option -> option.label);
        seen.setValue(Seen.EVERYONE);
        seen.addValueChangeListener(event -> some.setVisible(event.getValue() == Seen.SOME));
        agencies.setItems(choices.agencies());
        agencies.setItemLabelGenerator(AgencySummary::name);
        groups.setItems(choices.groups());
        groups.setItemLabelGenerator(GroupSummary::name);
        groups.addValueChangeListener(event -> warnOfGroups());
        people.setItems(query -> choices.people(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        people.setItemLabelGenerator(person -> "%s, %s".formatted(person.name(), person.email()));
        for (MultiSelectComboBox<?> field : List.of(agencies, groups, people)) {
            field.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
            field.setWidthFull();
        }
        some.addClassName("sc-audience-some");
        some.setVisible(false);
        some.add(groupWarning);
        add(seen, some);
    }

    public void setLabel(String label) {
        seen.setLabel(label);
    }

    /** Keeps the choice with what else somebody types into the form. */
    public void keep(KeepTyped kept) {
        kept.choice(seen, Seen::name, Seen::valueOf);
        kept.choice(
                agencies,
                chosen -> joined(chosen, AgencySummary::slug),
                text -> chosen(text, choices.agencies(), AgencySummary::slug));
        kept.choice(
                groups,
                chosen -> joined(chosen, GroupSummary::slug),
                text -> chosen(text, choices.groups(), GroupSummary::slug));
        kept.choice(
                people,
                chosen -> joined(chosen, person -> person.id().toString()),
                text -> choices.people(
                        Stream.of(text.split(" ")).map(UUID::fromString).collect(Collectors.toSet())));
    }

    private static <T> String joined(Set<T> chosen, Function<T, String> name) {
        return chosen.stream().map(name).collect(Collectors.joining(" "));
    }

    private static <T> Set<T> chosen(String text, List<T> all, Function<T, String> name) {
        Set<String> wanted = Set.of(text.split(" "));
        return all.stream().filter(each -> wanted.contains(name.apply(each))).collect(Collectors.toSet());
    }

    private void warnOfGroups() {
        groupWarning.removeAll();
        if (groups.getValue().stream().anyMatch(group -> !ownGroups.contains(group.slug()))) {
            groupWarning.add(Callout.warn("You are not in every group you chose.", warning));
        }
    }

    /** Shows an audience as it is now. */
    public void show(Audience audience) {
        seen.setValue(audience.everyone() ? Seen.EVERYONE : Seen.SOME);
        agencies.setValue(choices.agencies().stream()
                .filter(agency -> audience.agencies().contains(agency.slug()))
                .collect(Collectors.toSet()));
        groups.setValue(choices.groups().stream()
                .filter(group -> audience.groups().contains(group.slug()))
                .collect(Collectors.toSet()));
        people.setValue(choices.people(audience.people()));
    }

    /** Empty when some were to be chosen and nobody is. */
    public Optional<Audience> audience() {
        if (seen.getValue() == Seen.EVERYONE) {
            return Optional.of(Audience.ofEveryone());
        }
        Set<UUID> named = people.getValue().stream().map(PersonSummary::id).collect(Collectors.toSet());
        if (agencies.getValue().isEmpty() && groups.getValue().isEmpty() && named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Audience(
                false,
                agencies.getValue().stream().map(AgencySummary::slug).collect(Collectors.toSet()),
                groups.getValue().stream().map(GroupSummary::slug).collect(Collectors.toSet()),
                named));
    }

    /** Where a refusal leads. */
    public MultiSelectComboBox<AgencySummary> firstField() {
        return agencies;
    }
}

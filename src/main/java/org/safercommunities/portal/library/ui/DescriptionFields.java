package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.GroupSummary;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Callout;

/** Kind, topics, marking, audience and review of documents: what is said once for all files, or of a single one. */
class DescriptionFields extends Div {

    enum Seen {
        EVERYONE("Everyone who signs in"),
        SOME("Some agencies, groups or people");

        private final String label;

        Seen(String label) {
            this.label = label;
        }
    }

    private enum Review {
        NEVER("No review", 0),
        HALF_A_YEAR("Half a year", 6),
        YEAR("1 year", 12),
        TWO_YEARS("2 years", 24),
        AS_SET("As it is set now", -1);

        private final String label;
        private final int months;

        Review(String label, int months) {
            this.label = label;
            this.months = months;
        }
    }

    final Select<Topics.Kind> kind = new Select<>();
    final MultiSelectComboBox<Topics.Topic> topics = new MultiSelectComboBox<>("Topics");
    final RadioButtonGroup<Marking> marking = new RadioButtonGroup<>("Marking");
    final TextArea handling = new TextArea("How to handle it");
    final RadioButtonGroup<Seen> seen = new RadioButtonGroup<>("Who may see them");
    final MultiSelectComboBox<AgencySummary> agencies = new MultiSelectComboBox<>("Agencies");
    final MultiSelectComboBox<GroupSummary> groups = new MultiSelectComboBox<>("Groups");
    final MultiSelectComboBox<PersonSummary> people = new MultiSelectComboBox<>("People");
    private final Select<Review> review = new Select<>();
    private final Div some = new Div(agencies, groups, people);
    private final Div groupWarning = new Div();
    private final Set<String> ownGroups;
    private @Nullable LocalDate reviewAsSet;

    /** For one document rather than many. */
    DescriptionFields ofOne() {
        seen.setLabel("Who may see it");
        return this;
    }

    DescriptionFields(DescriptionChoices choices, Set<String> ownGroups) {
        this.ownGroups = ownGroups;
        addClassName("sc-description-fields");
        kind.setLabel("Kind");
        kind.setItems(choices.kinds());
        kind.setItemLabelGenerator(Topics.Kind::name);
        kind.setValue(choices.kind("guidance"));
        topics.setItems(choices.topics());
        topics.setItemLabelGenerator(Topics.Topic::name);
        topics.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        marking.setItems(Marking.values());
        marking.setItemLabelGenerator(Marking::label);
        marking.setValue(Marking.OFFICIAL);
        marking.setHelperText("Anything higher does not belong here.");
        handling.setHelperText("For example: share only with colleagues who need it for a visit.");
        handling.setMaxLength(500);
        handling.setVisible(false);
        marking.addValueChangeListener(event -> handling.setVisible(event.getValue() == Marking.OFFICIAL_SENSITIVE));
        seen.setItems(Seen.values());
        seen.setItemLabelGenerator(option -> option.label);
        seen.setValue(Seen.EVERYONE);
        seen.addValueChangeListener(event -> some.setVisible(event.getValue() == Seen.SOME));
        audienceFields(choices);
        review.setLabel("Review after");
        review.setItems(Review.NEVER, Review.HALF_A_YEAR, Review.YEAR, Review.TWO_YEARS);
        review.setItemLabelGenerator(option -> option.label);
        review.setValue(Review.YEAR);
        List.<Component>of(kind, topics, handling, agencies, groups, people, review)
                .forEach(field -> field.getElement().getStyle().set("width", "100%"));
        add(kind, topics, marking, handling, seen, some, review);
    }

    private void audienceFields(DescriptionChoices choices) {
        agencies.setItems(choices.agencies());
        agencies.setItemLabelGenerator(AgencySummary::name);
        groups.setItems(choices.groups());
        groups.setItemLabelGenerator(GroupSummary::name);
        groups.addValueChangeListener(event -> warnOfGroups());
        people.setItems(query -> choices.people(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        people.setItemLabelGenerator(person -> "%s, %s".formatted(person.name(), person.email()));
        agencies.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        groups.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        people.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        some.addClassName("sc-description-some");
        some.setVisible(false);
        some.add(groupWarning);
    }

    private void warnOfGroups() {
        groupWarning.removeAll();
        if (groups.getValue().stream().anyMatch(group -> !ownGroups.contains(group.slug()))) {
            groupWarning.add(Callout.warn(
                    "You are not in every group you chose.",
                    "Once published, you see the document only if another part of the audience includes you."));
        }
    }

    /** Shows what is said of a document now. */
    void show(DocumentDescription said, DescriptionChoices choices) {
        kind.setValue(choices.kind(said.kind()));
        topics.setValue(choices.topics().stream()
                .filter(topic -> said.topics().contains(topic.slug()))
                .collect(Collectors.toSet()));
        marking.setValue(said.marking());
        handling.setValue(said.handling() == null ? "" : said.handling());
        Audience audience = said.audience();
        seen.setValue(audience.everyone() ? Seen.EVERYONE : Seen.SOME);
        agencies.setValue(choices.agencies().stream()
                .filter(agency -> audience.agencies().contains(agency.slug()))
                .collect(Collectors.toSet()));
        groups.setValue(choices.groups().stream()
                .filter(group -> audience.groups().contains(group.slug()))
                .collect(Collectors.toSet()));
        people.setValue(choices.people(audience.people()));
        reviewAsSet = said.reviewOn();
        review.setItems(
                reviewAsSet == null
                        ? List.of(Review.NEVER, Review.HALF_A_YEAR, Review.YEAR, Review.TWO_YEARS)
                        : List.of(Review.AS_SET, Review.NEVER, Review.HALF_A_YEAR, Review.YEAR, Review.TWO_YEARS));
        review.setItemLabelGenerator(
                option -> option == Review.AS_SET && reviewAsSet != null ? Dates.brief(reviewAsSet) : option.label);
        review.setValue(reviewAsSet == null ? Review.NEVER : Review.AS_SET);
    }

    /** @throws InvalidDocument when the audience is empty or a text too long */
    DocumentDescription description(String title, String description) {
        return new DocumentDescription(
                title,
                description,
                kind.getValue().slug(),
                topics.getValue().stream().map(Topics.Topic::slug).collect(Collectors.toSet()),
                marking.getValue(),
                marking.getValue() == Marking.OFFICIAL_SENSITIVE ? handling.getValue() : null,
                audience(),
                reviewOn());
    }

    private Audience audience() {
        if (seen.getValue() == Seen.EVERYONE) {
            return Audience.ofEveryone();
        }
        Set<UUID> named = people.getValue().stream().map(PersonSummary::id).collect(Collectors.toSet());
        if (agencies.getValue().isEmpty() && groups.getValue().isEmpty() && named.isEmpty()) {
            throw new InvalidDocument("audience", "Choose at least one agency, group or person, or everyone.");
        }
        return new Audience(
                false,
                agencies.getValue().stream().map(AgencySummary::slug).collect(Collectors.toSet()),
                groups.getValue().stream().map(GroupSummary::slug).collect(Collectors.toSet()),
                named);
    }

    private @Nullable LocalDate reviewOn() {
        Review chosen = review.getValue();
        if (chosen == null || chosen == Review.NEVER) {
            return null;
        }
        return chosen == Review.AS_SET ? reviewAsSet : Dates.today().plusMonths(chosen.months);
    }

    /** The field that a refusal is about, for the error summary. */
    Component field(String name) {
        return Map.<String, Component>of(
                        "kind", kind,
                        "topics", topics,
                        "marking", marking,
                        "handling", handling,
                        "audience", agencies)
                .getOrDefault(name, kind);
    }
}

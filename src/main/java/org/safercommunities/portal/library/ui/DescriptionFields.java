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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.ui.AudienceFields;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.shared.Dates;

/** Kind, topics, marking, audience and review of documents: what is said once for all files, or of a single one. */
class DescriptionFields extends Div {

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
    final AudienceFields audience;
    private final Select<Review> review = new Select<>();
    private @Nullable LocalDate reviewAsSet;

    /** For one document rather than many. */
    DescriptionFields ofOne() {
        audience.setLabel("Who may see it");
        return this;
    }

    DescriptionFields(DescriptionChoices choices, Set<String> ownGroups) {
        audience = new AudienceFields(
                "Who may see them",
                choices.audience(),
                ownGroups,
                "Once published, you see the document only if another part of the audience includes you.");
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
        review.setLabel("Review after");
        review.setItems(Review.NEVER, Review.HALF_A_YEAR, Review.YEAR, Review.TWO_YEARS);
        review.setItemLabelGenerator(option -> option.label);
        review.setValue(Review.YEAR);
        List.<Component>of(kind, topics, handling, review)
                .forEach(field -> field.getElement().getStyle().set("width", "100%"));
        add(kind, topics, marking, handling, audience, review);
    }

    /** Shows what is said of a document now. */
    void show(DocumentDescription said, DescriptionChoices choices) {
        kind.setItems(choices.kindsAnd(said.kind()));
        kind.setValue(choices.kind(said.kind()));
        List<Topics.Topic> possible = choices.topicsAnd(said.topics());
        topics.setItems(possible);
        topics.setValue(possible.stream()
                .filter(topic -> said.topics().contains(topic.slug()))
                .collect(Collectors.toSet()));
        marking.setValue(said.marking());
        handling.setValue(said.handling() == null ? "" : said.handling());
        audience.show(said.audience());
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
                audience.audience()
                        .orElseThrow(() -> new InvalidDocument(
                                "audience", "Choose at least one agency, group or person, or everyone.")),
                reviewOn());
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
                        "audience", audience.firstField())
                .getOrDefault(name, kind);
    }
}

package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.SubscriptionChoice;
import org.safercommunities.portal.library.Topics.Topic;

/** Which bulletins somebody gets, and about what. */
class SubscriptionFields extends Div {

    private enum About {
        ALL("Every topic"),
        SOME("Only these topics");

        private final String label;

        About(String label) {
            this.label = label;
        }
    }

    private final List<Topic> topics;
    private final CheckboxGroup<BulletinKind> kinds = new CheckboxGroup<>();
    private final RadioButtonGroup<About> about = new RadioButtonGroup<>("About");
    private final CheckboxGroup<Topic> some = new CheckboxGroup<>("Topics");

    /** @param label of the kinds, for example “Send me” */
    SubscriptionFields(String label, List<Topic> topics) {
        this.topics = topics;
        addClassName("sc-form");
        kinds.setLabel(label);
        kinds.setItems(BulletinKind.values());
        kinds.setItemLabelGenerator(SubscriptionFields::label);
        kinds.addThemeName("vertical");
        about.setItems(About.values());
        about.setItemLabelGenerator(each -> each.label);
        about.addThemeName("vertical");
        about.setValue(About.ALL);
        some.setItems(topics);
        some.setItemLabelGenerator(Topic::name);
        some.addThemeName("vertical");
        some.setVisible(false);
        about.addValueChangeListener(change -> some.setVisible(change.getValue() == About.SOME));
        add(kinds, about, some);
    }

    /** As it stands at a tick, with how often it comes. */
    static String label(BulletinKind kind) {
        return switch (kind) {
            case E_BULLETIN -> "The e-bulletin, once a month";
            case NEWSLETTER -> "The newsletter, four times a year";
        };
    }

    void show(SubscriptionChoice choice) {
        kinds.setValue(choice.kinds());
        about.setValue(choice.topics().isEmpty() ? About.ALL : About.SOME);
        some.setValue(topics.stream()
                .filter(topic -> choice.topics().contains(topic.slug()))
                .collect(Collectors.toSet()));
    }

    SubscriptionChoice choice() {
        Set<String> slugs = about.getValue() == About.SOME
                ? some.getValue().stream().map(Topic::slug).collect(Collectors.toSet())
                : Set.of();
        return new SubscriptionChoice(kinds.getValue(), slugs);
    }

    /** Whether only some topics were to be chosen, and none is. */
    boolean isUndecided() {
        return about.getValue() == About.SOME && some.getValue().isEmpty();
    }

    /** Where a refusal of what kinds leads. */
    CheckboxGroup<BulletinKind> kinds() {
        return kinds;
    }

    /** Where a refusal of no topics leads. */
    CheckboxGroup<Topic> topics() {
        return some;
    }
}

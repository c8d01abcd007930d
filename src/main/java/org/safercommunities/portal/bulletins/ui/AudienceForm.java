package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.BulletinAudience;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.shared.ui.FormColumn;

/** Whom a bulletin is for, among those who subscribed to its kind. */
final class AudienceForm extends FormColumn {

    private enum For {
        EVERYONE("Everyone who subscribes"),
        SOME("Some agencies or groups");

        private final String label;

        For(String label) {
            this.label = label;
        }
    }

    private final BulletinKind kind;
    private final RadioButtonGroup<For> who = new RadioButtonGroup<>("Who gets it");
    private final MultiSelectComboBox<String> agencies;
    private final MultiSelectComboBox<String> groups;
    private final MultiSelectComboBox<String> topics;
    private final MultiSelectComboBox<Role> roles;
    private final ThingChoice attended;
    private final Checkbox accountOnly;
    private final Div some;

    /** Names by slug, in the order in which they are offered. */
    record Names(Map<String, String> agencies, Map<String, String> groups, Map<String, String> topics) {}

    AudienceForm(
            BulletinAudience now,
            boolean accountOnlyNow,
            Names names,
            ThingChoice attendedEvent,
            Consumer<AudienceForm> changed) {
        kind = now.kind();
        attended = attendedEvent;
        agencies = choice(
                "Agencies", names.agencies().keySet(), slug -> names.agencies().getOrDefault(slug, slug));
        groups =
                choice("Groups", names.groups().keySet(), slug -> names.groups().getOrDefault(slug, slug));
        topics = choice(
                "Only those who chose one of these topics",
                names.topics().keySet(),
                slug -> names.topics().getOrDefault(slug, slug));
        roles = choice("Only those with one of these roles", List.of(Role.values()), Role::inWords);
        accountOnly = new Checkbox("Only people with an account may read it on the web", accountOnlyNow);
        some = new Div(agencies, groups);
        some.addClassName("sc-audience-some");
        who.setItems(For.values());
        who.setItemLabelGenerator(each -> each.label);
        who.setValue(now.everyone() ? For.EVERYONE : For.SOME);
        some.setVisible(!now.everyone());
        agencies.setValue(now.agencies());
        groups.setValue(now.groups());
        topics.setValue(now.topics());
        roles.setValue(now.roles());
        add(who, some, topics, roles, attended, accountOnly);
        who.addValueChangeListener(change -> {
            some.setVisible(change.getValue() == For.SOME);
            changed.accept(this);
        });
        agencies.addValueChangeListener(change -> changed.accept(this));
        groups.addValueChangeListener(change -> changed.accept(this));
        topics.addValueChangeListener(change -> changed.accept(this));
        roles.addValueChangeListener(change -> changed.accept(this));
        attended.onChange(() -> changed.accept(this));
        accountOnly.addValueChangeListener(change -> changed.accept(this));
    }

    /** As it is chosen now; somebody who still chooses among agencies and groups has nobody yet. */
    BulletinAudience audience() {
        boolean everyone = who.getValue() == For.EVERYONE;
        return new BulletinAudience(
                kind,
                everyone,
                everyone ? Set.of() : agencies.getValue(),
                everyone ? Set.of() : groups.getValue(),
                topics.getValue(),
                roles.getValue(),
                attended.chosen());
    }

    boolean accountOnly() {
        return accountOnly.getValue();
    }

    private static <T> MultiSelectComboBox<T> choice(String label, Collection<T> items, Function<T, String> words) {
        MultiSelectComboBox<T> field = new MultiSelectComboBox<>(label);
        field.setItems(items.stream().collect(Collectors.toList()));
        field.setItemLabelGenerator(words::apply);
        field.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        field.setWidthFull();
        return field;
    }
}

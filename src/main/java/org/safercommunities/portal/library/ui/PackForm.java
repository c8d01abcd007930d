package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.ui.AudienceChoices;
import org.safercommunities.portal.agencies.ui.AudienceFields;
import org.safercommunities.portal.library.packs.InvalidPack;
import org.safercommunities.portal.library.packs.PackDescription;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.FormColumn;

/** What a pack is, and whom it is for. */
final class PackForm extends FormColumn {

    private final ErrorSummary errors = new ErrorSummary();
    private final TextField title = new TextField("Title");
    private final TextArea description = new TextArea("Description");
    private final AudienceFields audience;

    PackForm(AudienceChoices choices, Set<String> ownGroups) {
        title.setMaxLength(250);
        title.setWidthFull();
        description.setMaxLength(4000);
        description.setWidthFull();
        description.setHelperText("A few sentences: what it is for, and where to begin.");
        audience = new AudienceFields(
                "Who may see the pack",
                choices,
                ownGroups,
                "Once published, you see the pack only if another part of the audience includes you.");
        add(errors, title, description, audience);
    }

    PackForm showing(PackDescription said) {
        title.setValue(said.title());
        description.setValue(said.description());
        audience.show(said.audience());
        return this;
    }

    PackForm with(Component... buttons) {
        add(new Buttons(buttons));
        return this;
    }

    /** Hands on what was said, or shows what is wrong with it. */
    void said(Consumer<PackDescription> then) {
        errors.setVisible(false);
        try {
            Optional<Audience> chosen = audience.audience();
            then.accept(new PackDescription(
                    title.getValue(),
                    description.getValue(),
                    chosen.orElseThrow(() ->
                            new InvalidPack("audience", "Choose at least one agency, group or person, or everyone"))));
        } catch (InvalidPack invalid) {
            Focusable<?> field = switch (invalid.field()) {
                case "audience" -> audience.firstField();
                case "description" -> description;
                default -> title;
            };
            errors.show(List.of(new ErrorSummary.Fault(invalid.getMessage(), field)));
        }
    }

    TextField title() {
        return title;
    }
}

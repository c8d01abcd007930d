package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.safercommunities.portal.library.packs.InvalidPack;
import org.safercommunities.portal.library.packs.MemberKind;
import org.safercommunities.portal.library.packs.PackMember;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** What a pack says of one of its members. */
final class PackMemberDialog extends Dialog {

    /** What was said. */
    record Said(String title, String note, String section) {}

    private final TextField title = new TextField("Title of the link");
    private final TextField section = new TextField("Section");
    private final TextArea note = new TextArea("A word on it");
    private final Consumer<Said> save;

    PackMemberDialog(PackMember member, Consumer<Said> save) {
        this.save = save;
        title.setValue(member.title());
        title.setMaxLength(250);
        title.setVisible(member.kind() == MemberKind.LINK);
        section.setValue(member.section());
        section.setMaxLength(160);
        section.setHelperText("Stands above it and what follows with the same section, for example “In the morning”");
        note.setValue(member.note());
        note.setMaxLength(1000);
        title.setWidthFull();
        section.setWidthFull();
        note.setWidthFull();
        Div content = new Div(
                new H2("“%s” in this pack".formatted(member.title())),
                title,
                section,
                note,
                new Buttons(new PrimaryButton("Save", this::said), new SecondaryButton("Go back", this::close)));
        content.addClassName("sc-question");
        add(content);
        setCloseOnOutsideClick(false);
        getElement().setAttribute("aria-label", "What the pack says of it");
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                section.focus();
            }
        });
    }

    private void said() {
        try {
            save.accept(new Said(title.getValue(), note.getValue(), section.getValue()));
            close();
        } catch (InvalidPack refused) {
            TextField field = refused.field().equals("title") ? title : section;
            field.setErrorMessage(refused.getMessage());
            field.setInvalid(true);
            field.focus();
        }
    }
}

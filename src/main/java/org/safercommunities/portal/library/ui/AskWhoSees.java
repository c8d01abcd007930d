package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.library.WhoSees;
import org.safercommunities.portal.shared.ui.LiveText;

/** For editors: whether somebody in particular sees a document, and why. */
class AskWhoSees extends Div {

    private final LiveText answer = new LiveText("");

    AskWhoSees(UUID document, WhoSees whoSees, PersonList people, LibraryWords.Names names, CurrentReader reader) {
        addClassName("sc-ask-who");
        ComboBox<PersonSummary> person = new ComboBox<>("Can somebody in particular see it?");
        person.setPlaceholder("Name or email address");
        person.setWidthFull();
        person.setItemLabelGenerator(each -> each.name() + ", " + each.email());
        person.setItems(query ->
                people.search(query.getFilter().orElse(""), null, query.getOffset(), query.getLimit()).stream());
        person.addValueChangeListener(change -> {
            PersonSummary chosen = change.getValue();
            answer.setText(
                    chosen == null ? "" : words(chosen, whoSees.ask(document, chosen.id(), reader.get()), names));
        });
        add(person, answer);
    }

    static String words(PersonSummary person, WhoSees.Why why, LibraryWords.Names names) {
        String name = person.name();
        return switch (why.answer()) {
            case SEES -> "Yes. %s can, %s".formatted(name, because(person, why, names));
            case NOBODY -> "No. %s has no access to the portal now.".formatted(name);
            case NOT_IN_AUDIENCE ->
                "No. It was shared neither with %s nor with %s, nor with a group they are in."
                        .formatted(name, names.agency(person.agency()));
            case DRAFT -> "Not now. It is a draft; once it is published, %s can.".formatted(name);
            case EMBARGO -> "Not yet. %s can, as soon as its embargo has ended.".formatted(name);
            case EXPIRED -> "Not any more. It has expired.";
            case WITHDRAWN -> "Not now. It was withdrawn; %s is told so, and why.".formatted(name);
        };
    }

    private static String because(PersonSummary person, WhoSees.Why why, LibraryWords.Names names) {
        return switch (why.why()) {
            case EVERYONE -> "because everyone who signs in can.";
            case AGENCY -> "because it is shared with %s.".formatted(names.agency(person.agency()));
            case GROUP -> "because they are in a group that it is shared with.";
            case PERSON -> "because it is shared with them by name.";
            case EDITOR -> "because they are an editor.";
            case AUTHOR -> "because it is a draft of theirs.";
            case EMERGENCY -> "for a while, because they opened it in an emergency. The owner was told.";
            case DELEGATE -> "because they have a place at an event whose delegates it is open to.";
        };
    }
}

package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.WhyMaySee;

/** Says who can see a document, and why the person looking at it can. */
class WhoCanSee extends Details {

    private final Paragraph why = new Paragraph();
    private final UnorderedList list = new UnorderedList();

    WhoCanSee(
            DocumentDetails document,
            Reader reader,
            LibraryWords.Names names,
            Map<String, String> groups,
            String people) {
        Audience audience = document.description().audience();
        Span you = new Span("You can, ");
        you.addClassName("sc-strong");
        why.add(you, new Span(reason(document, reader, names, groups)));
        list.addClassName("sc-who");
        if (audience.everyone()) {
            list.add(new ListItem("Everyone who signs in"));
        }
        sorted(audience.agencies().stream().map(names::agency)).forEach(name -> list.add(new ListItem(name)));
        sorted(audience.groups().stream().map(slug -> "Group: " + groups.getOrDefault(slug, slug)))
                .forEach(name -> list.add(new ListItem(name)));
        if (!people.isEmpty()) {
            list.add(new ListItem(people));
        }
        list.add(new ListItem(
                audience.groups().isEmpty()
                        ? "Editors of the Kent Community Safety Team"
                        : "Editors only if one of these fits them"));
        setSummaryText("Who can see this");
        add(new Div(why, list));
        setOpened(!audience.everyone());
        addClassName("sc-who-fold");
        getElement().getThemeList().add("no-padding");
    }

    /** Adds the question about somebody in particular. */
    WhoCanSee asking(AskWhoSees question) {
        add(question);
        return this;
    }

    /** Says that nothing but an emergency lets the one looking in. */
    WhoCanSee inEmergency() {
        why.setText("Not you, but for a while: you opened it in an emergency.");
        return this;
    }

    /** Says that delegates are let in too, and by which packs, as far as the person looking may know of them. */
    WhoCanSee opened(List<String> packs) {
        packs.forEach(title -> list.add(new ListItem("Delegates of events that hand out “%s”".formatted(title))));
        return this;
    }

    private static Stream<String> sorted(Stream<String> names) {
        return names.sorted();
    }

    private static String reason(
            DocumentDetails document, Reader reader, LibraryWords.Names names, Map<String, String> groups) {
        Audience audience = document.description().audience();
        return switch (WhyMaySee.of(audience, document.state(), reader)) {
            case EVERYONE -> "because everyone who signs in can.";
            case AGENCY -> {
                String agency = audience.agencies().contains(reader.agencyId())
                        ? reader.agencyId()
                        : audience.agencies().stream()
                                .filter(reader.agencyIds()::contains)
                                .findFirst()
                                .orElse(reader.agencyId());
                yield "because %s is one of these agencies.".formatted(names.agency(agency));
            }
            case GROUP ->
                "because you are in the group “%s”."
                        .formatted(audience.groups().stream()
                                .filter(reader.groupIds()::contains)
                                .map(slug -> groups.getOrDefault(slug, slug))
                                .findFirst()
                                .orElse(""));
            case PERSON -> "because it was shared with you by name.";
            case EDITOR -> "because you are an editor.";
            case AUTHOR ->
                "because it is a draft of yours. Once published, you will not: it is for a group you are not in.";
            case EMERGENCY -> "because you opened it in an emergency.";
            case DELEGATE ->
                "because you have a place at an event that hands it to its delegates, and for as long as you have it.";
        };
    }
}

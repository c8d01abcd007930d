package org.safercommunities.portal.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safercommunities.portal.directory.DirectoryPerson;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.StateChip;

/** How somebody is told in the directory. */
final class DirectoryRows {

    private DirectoryRows() {}

    static Row of(DirectoryPerson person, Map<String, String> topics) {
        Row row = Row.titled(person.name()).icon(Icon.USER).facts(person.job(), person.agencyName());
        Paragraph reach = new Paragraph(new Anchor("mailto:" + person.email(), person.email()));
        reach.addClassName("sc-directory-reach");
        if (!person.phone().isEmpty()) {
            reach.add(new Span(new Anchor("tel:" + person.phone().replaceAll("[^+0-9]", ""), person.phone())));
        }
        row.detail(reach);
        String leads = person.leads().stream()
                .map(topic -> topics.getOrDefault(topic, topic))
                .collect(Collectors.joining(", "));
        if (!leads.isEmpty()) {
            row.detail(said(new Text("Leads on " + leads)));
        }
        if (!person.about().isEmpty()) {
            row.detail(said(new Text(person.about())));
        }
        List<Component> chips = new ArrayList<>();
        if (person.team()) {
            chips.add(StateChip.info(Icon.USERS, "Community Safety Team"));
        }
        if (person.coordinator()) {
            chips.add(StateChip.info(Icon.KEY_ROUND, "Coordinator"));
        }
        return row.chips(chips.toArray(Component[]::new));
    }

    private static Paragraph said(Component... words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName("sc-directory-said");
        return paragraph;
    }
}

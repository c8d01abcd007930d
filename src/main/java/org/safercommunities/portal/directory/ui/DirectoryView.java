package org.safercommunities.portal.directory.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.directory.Directory;
import org.safercommunities.portal.directory.DirectoryQuery;
import org.safercommunities.portal.directory.DirectoryQuery.Who;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.library.Topics.Topic;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FilterLine;
import org.safercommunities.portal.shared.ui.GrowingRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PageHeader;

/** The people to turn to: who leads on what, the coordinators, the team. */
@Route("directory")
@PageTitle("Directory")
@Menu(title = "Directory", order = 60, icon = "phone")
@PermitAll
class DirectoryView extends Div implements BeforeEnterObserver {

    private final Directory directory;
    private final Map<String, String> topicNames;
    private final TextField words = new TextField("Name, job or agency");
    private final ComboBox<Topic> topic = new ComboBox<>("Leads on");
    private final ComboBox<AgencySummary> agency = new ComboBox<>("Agency");
    private final Select<Who> who = new Select<>();
    private final LiveText count = new LiveText("");
    private final Div list = new Div();

    DirectoryView(Directory directory, Topics topics, Agencies agencies) {
        this.directory = directory;
        this.topicNames = topics.names();
        words.setPrefixComponent(Icon.SEARCH.create());
        words.setClearButtonVisible(true);
        words.setMaxLength(160);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        topic.setItems(topics.all());
        topic.setItemLabelGenerator(Topic::name);
        topic.setPlaceholder("Any topic");
        topic.setClearButtonVisible(true);
        agency.setItems(agencies.all().stream().filter(AgencySummary::active).toList());
        agency.setItemLabelGenerator(AgencySummary::name);
        agency.setPlaceholder("All agencies");
        agency.setClearButtonVisible(true);
        who.setLabel("Who");
        who.setItems(Who.values());
        who.setItemLabelGenerator(DirectoryView::inWords);
        who.setValue(Who.ALL);
        words.addValueChangeListener(change -> show());
        topic.addValueChangeListener(change -> show());
        agency.addValueChangeListener(change -> show());
        who.addValueChangeListener(change -> show());
        add(
                new PageHeader("Directory")
                        .lead(
                                "Whom to turn to in every agency: who leads on what, the coordinators, and the Kent Community Safety Team.")
                        .actions(LinkButton.secondary("account#directory", "Change your own entry")
                                .with(Icon.PENCIL)),
                new FilterLine(words, topic, agency, who),
                count,
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        asked.getSingleParameter("topic")
                .flatMap(slug -> topic.getListDataView()
                        .getItems()
                        .filter(each -> each.slug().equals(slug))
                        .findFirst())
                .ifPresent(topic::setValue);
        asked.getSingleParameter("agency")
                .flatMap(slug -> agency.getListDataView()
                        .getItems()
                        .filter(each -> each.slug().equals(slug))
                        .findFirst())
                .ifPresent(agency::setValue);
        show();
    }

    private static String inWords(Who who) {
        return switch (who) {
            case ALL -> "Everybody listed";
            case TEAM -> "The team";
            case COORDINATORS -> "Coordinators";
        };
    }

    private void show() {
        @Nullable Topic led = topic.getValue();
        @Nullable AgencySummary of = agency.getValue();
        DirectoryQuery query = new DirectoryQuery(
                words.getValue(), led == null ? null : led.slug(), of == null ? null : of.slug(), who.getValue());
        int total = directory.count(query);
        count.setText(total == 1 ? "1 person" : total + " people");
        list.removeAll();
        list.add(
                total == 0
                        ? new EmptyState(
                                        Icon.USERS,
                                        "Nobody listed",
                                        "Try fewer words, or ask the agency’s coordinator or the team.")
                                .actions(new Anchor("directory?", "See everybody"))
                        : new GrowingRows(
                                total,
                                (offset, limit) -> directory.search(query, offset, limit).stream()
                                        .map(person -> DirectoryRows.of(person, topicNames))
                                        .toList()));
    }
}

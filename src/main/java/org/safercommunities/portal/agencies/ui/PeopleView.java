package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Accounts;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PeopleDirectory;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FilterLine;
import org.safercommunities.portal.shared.ui.GrowingRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;

/** Everybody who has an account or had one. The words and the agency stand in the address, so that a search can be shared. */
@Route("admin/people")
@PageTitle("People")
@Menu(title = "People", order = 320, icon = "users")
@RolesAllowed("ADMINISTRATOR")
class PeopleView extends Div implements BeforeEnterObserver {

    private final PeopleDirectory directory;
    private final CurrentReader reader;
    private final Map<String, String> names;
    private final TextField search = new TextField("Name or email address");
    private final ComboBox<AgencySummary> agency = new ComboBox<>("Agency");
    private final LiveText count = new LiveText("");
    private final Div list = new Div();
    private final AddPerson addPerson;

    PeopleView(Agencies agencies, PeopleDirectory directory, Accounts accounts, CurrentReader reader) {
        this.directory = directory;
        this.reader = reader;
        List<AgencySummary> all = agencies.all();
        names = all.stream().collect(Collectors.toMap(AgencySummary::slug, AgencySummary::name));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(160);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> searched());
        agency.setItems(all);
        agency.setItemLabelGenerator(AgencySummary::name);
        agency.setPlaceholder("All agencies");
        agency.setClearButtonVisible(true);
        agency.addValueChangeListener(event -> searched());
        addPerson = AddPerson.toAny(
                all.stream().filter(AgencySummary::active).toList(),
                accounts,
                reader,
                id -> UI.getCurrent().navigate("admin/people/" + id));
        PrimaryButton add = new PrimaryButton("Add person", Icon.USER_PLUS, addPerson::open);
        addPerson.openedBy(add);
        add(
                new PageHeader("People")
                        .crumb("Administration", "admin")
                        .lead("Everybody who has an account, or had one.")
                        .actions(add),
                addPerson,
                new FilterLine(search, agency),
                count,
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        search.setValue(parameters.getSingleParameter("q").orElse(""));
        String slug = parameters.getSingleParameter("agency").orElse("");
        agency.getListDataView()
                .getItems()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .ifPresent(agency::setValue);
        show();
    }

    private void searched() {
        if (getUI().isPresent()) {
            Addresses.replaceQuery("admin/people", Map.of("q", search.getValue().strip(), "agency", slugOrEmpty()));
            show();
        }
    }

    private void show() {
        String words = search.getValue();
        @Nullable String slug = slugOrEmpty().isEmpty() ? null : slugOrEmpty();
        int total = directory.count(words, slug, reader.get());
        count.setText(total == 1 ? "1 person" : total + " people");
        list.removeAll();
        list.add(
                total == 0
                        ? new EmptyState(Icon.USERS, "Nobody found", "Try fewer letters, or look in all agencies.")
                        : new GrowingRows(
                                total,
                                (offset, limit) -> directory.search(words, slug, offset, limit, reader.get()).stream()
                                        .map(person -> PersonRows.linked(
                                                person, names.getOrDefault(person.agency(), person.agency())))
                                        .toList()));
    }

    private String slugOrEmpty() {
        return Optional.ofNullable(agency.getValue()).map(AgencySummary::slug).orElse("");
    }
}

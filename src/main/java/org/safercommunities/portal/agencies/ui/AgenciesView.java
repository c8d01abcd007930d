package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PeopleDirectory;
import org.safercommunities.portal.agencies.providers.AgencyOnboarding;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FilterLine;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.Sheet;

/** Every agency there is or was. */
@Route("admin/agencies")
@PageTitle("Agencies")
@Menu(title = "Agencies", order = 310, icon = "building-2")
@RolesAllowed("ADMINISTRATOR")
class AgenciesView extends Div {

    private enum Shown {
        ACTIVE("Active"),
        FORMER("Ended or merged"),
        ALL("All");

        private final String inWords;

        Shown(String inWords) {
            this.inWords = inWords;
        }

        boolean shows(AgencySummary agency) {
            return this == ALL || agency.active() == (this == ACTIVE);
        }
    }

    private final AgencyOnboarding onboarding;
    private final CurrentReader reader;
    private final List<AgencySummary> all;
    private final Map<String, String> names;
    private final Map<String, Integer> people;
    private final TextField search = new TextField("Name or email domain");
    private final Select<Shown> shown = new Select<>();
    private final PrimaryButton add = new PrimaryButton("Add agency", Icon.PLUS, this::askForNew);
    private final Div form = new Div();
    private final LiveText count = new LiveText("");
    private final Div list = new Div();

    AgenciesView(Agencies agencies, AgencyOnboarding onboarding, PeopleDirectory directory, CurrentReader reader) {
        this.onboarding = onboarding;
        this.reader = reader;
        all = agencies.all();
        names = all.stream().collect(Collectors.toMap(AgencySummary::slug, AgencySummary::name));
        people = directory.countByAgency(reader.get());
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> show());
        shown.setLabel("Show");
        shown.setItems(Shown.values());
        shown.setItemLabelGenerator(each -> each.inWords);
        shown.setValue(Shown.ACTIVE);
        shown.addValueChangeListener(event -> show());
        add(
                new PageHeader("Agencies")
                        .crumb("Administration", "admin")
                        .lead("The organisations whose people use the portal, and how they sign in.")
                        .actions(add),
                form,
                new FilterLine(search, shown),
                count,
                list);
        show();
    }

    private void show() {
        String words = search.getValue().strip().toLowerCase(Locale.UK);
        List<AgencySummary> found = all.stream()
                .filter(agency -> shown.getValue().shows(agency))
                .filter(agency -> (agency.name() + " " + AgencyFacts.domains(agency))
                        .toLowerCase(Locale.UK)
                        .contains(words))
                .toList();
        count.setText(found.size() == 1 ? "1 agency" : found.size() + " agencies");
        list.removeAll();
        list.add(
                found.isEmpty()
                        ? new EmptyState(Icon.BUILDING_2, "No agency found", "Try fewer letters, or show all.")
                        : new Rows(found.stream().map(this::row).toList()));
    }

    private Row row(AgencySummary agency) {
        return Row.linked(agency.name(), "admin/agencies/" + agency.slug())
                .icon(Icon.BUILDING_2)
                .facts(
                        AgencyFacts.people(people.getOrDefault(agency.slug(), 0)),
                        AgencyFacts.signIn(agency),
                        AgencyFacts.domains(agency))
                .chips(AgencyFacts.state(agency, names).toArray(Component[]::new));
    }

    private void askForNew() {
        AgencyForm fields = AgencyForm.forNew(onboarding, reader, this::made, () -> {}, this::closeForm);
        form.removeAll();
        form.add(Sheet.titled("Add an agency", fields));
        form.addClassName("sc-section");
        add.setVisible(false);
        fields.focus();
    }

    private void closeForm() {
        form.removeAll();
        form.removeClassName("sc-section");
        add.setVisible(true);
        add.focus();
    }

    private void made(AgencySummary made) {
        UI.getCurrent().navigate("admin/agencies/" + made.slug());
    }
}

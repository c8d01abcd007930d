package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.safercommunities.portal.agencies.AccessRequestSummary;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.providers.AgencyOnboarding;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.QuietButton;

/** Which agency somebody who asks is let into: the likely one is chosen, and one that is missing can be added on the spot. */
class AgencyChoice extends FormColumn {

    private final Agencies agencies;
    private final AgencyOnboarding onboarding;
    private final CurrentReader reader;
    private final ComboBox<AgencySummary> choice = new ComboBox<>("Agency they belong to");
    private final Div missing = new Div();
    private final AccessRequestSummary request;

    AgencyChoice(Agencies agencies, AgencyOnboarding onboarding, CurrentReader reader, AccessRequestSummary request) {
        this.agencies = agencies;
        this.onboarding = onboarding;
        this.reader = reader;
        this.request = request;
        choice.setItemLabelGenerator(AgencySummary::name);
        String domain = request.email().substring(request.email().lastIndexOf('@') + 1);
        List<AgencySummary> active = offer();
        active.stream()
                .filter(one -> one.domains().contains(domain))
                .findFirst()
                .or(() -> active.stream()
                        .filter(one -> one.name().equalsIgnoreCase(request.organisation()))
                        .findFirst())
                .ifPresent(choice::setValue);
        add(choice, missing);
        close();
    }

    ComboBox<AgencySummary> field() {
        return choice;
    }

    Optional<String> slug() {
        return choice.getOptionalValue().map(AgencySummary::slug);
    }

    private List<AgencySummary> offer() {
        List<AgencySummary> active =
                agencies.all().stream().filter(AgencySummary::active).toList();
        choice.setItems(active);
        return active;
    }

    private void open() {
        AgencyForm form = AgencyForm.forNew(onboarding, reader, this::made, this::back, this::back);
        form.suggest(request.organisation(), request.name(), request.email());
        missing.removeAll();
        missing.add(form);
        form.focus();
    }

    private void close() {
        missing.removeAll();
        missing.add(new Buttons(new QuietButton("Add their organisation", this::open)));
    }

    private void made(AgencySummary made) {
        offer();
        choice.setValue(made);
    }

    private void back() {
        close();
        choice.focus();
    }
}

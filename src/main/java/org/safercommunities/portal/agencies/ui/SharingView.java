package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.sharing.AgreementVersion;
import org.safercommunities.portal.agencies.sharing.SharingAgreements;
import org.safercommunities.portal.agencies.sharing.Standing;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.shared.ui.StateChip;

/** The versions of the Information Sharing Agreement, and how every agency stands to the one in force. */
@Route(SharingView.PATH)
@PageTitle("Information sharing")
@RolesAllowed("ADMINISTRATOR")
class SharingView extends Div {

    static final String PATH = "admin/sharing";

    private final SharingAgreements agreements;
    private final Agencies agencies;
    private final CurrentReader reader;

    SharingView(SharingAgreements agreements, Agencies agencies, CurrentReader reader) {
        this.agreements = agreements;
        this.agencies = agencies;
        this.reader = reader;
        show();
    }

    private void show() {
        removeAll();
        List<AgreementVersion> versions = agreements.versions(reader.get());
        Div main = new Div(agencySection());
        Div aside = new Div(versionSheet(versions), newVersion());
        add(
                new PageHeader("Information sharing")
                        .crumb("Administration", "admin")
                        .lead("What is OFFICIAL-SENSITIVE is given only to people of agencies that have signed the"
                                + " Information Sharing Agreement in force."),
                PageColumns.withAside(main, aside));
    }

    private PageSection agencySection() {
        Instant now = Instant.now();
        Map<String, Standing> standings = agreements.standings(reader.get());
        return new PageSection(
                "Agencies",
                new Rows(agencies.all().stream()
                        .filter(AgencySummary::active)
                        .map(agency -> row(
                                agency, standings.getOrDefault(agency.slug(), new Standing(List.of(), List.of())), now))
                        .toList()));
    }

    private static Row row(AgencySummary agency, Standing standing, Instant now) {
        Row row = Row.linked(agency.name(), "admin/agencies/" + agency.slug()).icon(Icon.BUILDING_2);
        standing.signatureAt(now)
                .ifPresent(signature -> row.facts(
                        "Version " + signature.version(),
                        "signed on " + Dates.brief(signature.on()),
                        standing.lapse(now)
                                .map(lapse -> "until " + Dates.brief(lapse.minusSeconds(1)))
                                .orElse("without an end")));
        if (standing.versionAt(now).isPresent()) {
            row.chips(new Component[] {standing.holdsAt(now) ? StateChip.good("Signed") : StateChip.bad("Not signed")});
        }
        return row;
    }

    private Sheet versionSheet(List<AgreementVersion> versions) {
        Sheet sheet = Sheet.titled("Versions");
        if (versions.isEmpty()) {
            sheet.add(new Paragraph("None yet, so nothing is withheld from anybody."));
        }
        Instant now = Instant.now();
        for (AgreementVersion version : versions) {
            Instant from = version.from();
            if (from != null && !from.isAfter(now)) {
                sheet.add(new Paragraph("%s: in force since %s.".formatted(version.version(), Dates.full(from))));
            } else {
                sheet.add(new Paragraph(
                        from == null
                                ? version.version() + ": can be signed, is not in force."
                                : "%s: in force from %s.".formatted(version.version(), Dates.full(from))));
                sheet.add(inForce(version.version()));
            }
        }
        return sheet;
    }

    private FormColumn inForce(String version) {
        DatePicker from = new DatePicker("In force from");
        EntryForm form = new EntryForm(this).field("from", from);
        return new FormColumn(from, new Buttons(new SecondaryButton("Put %s in force".formatted(version), () -> {
            if (form.attempt("It is put in force.", () -> agreements.putInForce(version, dayOf(from), reader.get()))) {
                show();
            }
        })));
    }

    private Sheet newVersion() {
        TextField name = new TextField("What it is called");
        name.setMaxLength(40);
        name.setHelperText("For example 2026 or 3.1. Agencies can sign it before it is in force.");
        EntryForm form = new EntryForm(this).field("version", name);
        return Sheet.titled("Add a version", new FormColumn(name, new Buttons(new SecondaryButton("Add version", () -> {
            if (form.attempt("The version is added.", () -> agreements.addVersion(name.getValue(), reader.get()))) {
                show();
            }
        }))));
    }

    private static LocalDate dayOf(DatePicker field) {
        LocalDate day = field.getValue();
        if (day == null) {
            throw new InvalidEntry("from", "Enter the day from which it counts");
        }
        return day;
    }
}

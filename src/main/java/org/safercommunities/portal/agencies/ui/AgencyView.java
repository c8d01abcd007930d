package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyEndings;
import org.safercommunities.portal.agencies.AgencyEndings.Ending;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.MembershipReviews;
import org.safercommunities.portal.agencies.PeopleDirectory;
import org.safercommunities.portal.agencies.StaffTrail;
import org.safercommunities.portal.agencies.providers.AgencyOnboarding;
import org.safercommunities.portal.agencies.providers.NewSignIn;
import org.safercommunities.portal.agencies.sharing.SharingAgreements;
import org.safercommunities.portal.shared.PortalAddress;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.FactsLine;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.ReasonDialog;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;
import org.springframework.beans.factory.annotation.Value;

/** One agency: what it is called, how its people sign in, and what becomes of it. */
@Route("admin/agencies/:slug")
@RolesAllowed("ADMINISTRATOR")
class AgencyView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String ASKED = "A second administrator has to agree now.";

    private final Agencies agencies;
    private final AgencyEndings endings;
    private final AgencyOnboarding onboarding;
    private final NewSignIn newSignIn;
    private final SharingAgreements agreements;
    private final PeopleDirectory directory;
    private final MembershipReviews reviews;
    private final StaffTrail trail;
    private final CurrentReader reader;
    private final String portal;
    private final EntryForm entry = new EntryForm(this);
    private String slug = "";
    private String title = "Agency";

    AgencyView(
            Agencies agencies,
            AgencyEndings endings,
            AgencyOnboarding onboarding,
            NewSignIn newSignIn,
            SharingAgreements agreements,
            PeopleDirectory directory,
            MembershipReviews reviews,
            StaffTrail trail,
            CurrentReader reader,
            @Value("${portal.url}") String portal) {
        this.agencies = agencies;
        this.endings = endings;
        this.onboarding = onboarding;
        this.newSignIn = newSignIn;
        this.agreements = agreements;
        this.portal = PortalAddress.withSlash(portal);
        this.directory = directory;
        this.reviews = reviews;
        this.trail = trail;
        this.reader = reader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("slug").orElse("");
        if (agencies.find(slug).isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show() {
        Map<String, AgencySummary> all =
                agencies.all().stream().collect(Collectors.toMap(AgencySummary::slug, agency -> agency));
        AgencySummary agency = Optional.ofNullable(all.get(slug)).orElseThrow();
        title = agency.name();
        int people = directory.countByAgency(reader.get()).getOrDefault(slug, 0);
        Map<String, String> names =
                all.values().stream().collect(Collectors.toMap(AgencySummary::slug, AgencySummary::name));
        removeAll();
        PageHeader header = new PageHeader(agency.name())
                .crumb("Administration", "admin")
                .crumb("Agencies", "admin/agencies")
                .facts(Stream.concat(
                                AgencyFacts.state(agency, names).stream(),
                                Stream.of(new FactsLine(
                                        AgencyFacts.people(people),
                                        AgencyFacts.signIn(agency),
                                        AgencyFacts.domains(agency))))
                        .toArray(Component[]::new));
        Div main = new Div(
                new SignInSheet(agency, onboarding, newSignIn, reader, portal, this::show),
                Sheet.titled(
                        "Name and contact",
                        AgencyForm.forKnown(
                                agency,
                                onboarding.contact(slug, reader.get()).orElse(null),
                                onboarding,
                                reader,
                                this::show)),
                new SharingSheet(slug, agreements, reader, this::show),
                new PageSection(
                                "People",
                                new Paragraph(people == 0 ? "Nobody belongs to this agency now." : counted(people)))
                        .link("See them", "admin/people?agency=" + slug),
                new History(trail, "agency:" + slug, reader.get()));
        main.getChildren().skip(3).findFirst().ifPresent(section -> section.addClassName("sc-after-sheet"));
        add(header, PageColumns.withAside(main, aside(agency, people, names, all)));
    }

    private static String counted(int people, String one) {
        return people == 1 ? one : "Its " + people + " people";
    }

    private static String counted(int people) {
        return people == 1 ? "One person belongs to it now." : people + " people belong to it now.";
    }

    private Div aside(AgencySummary agency, int people, Map<String, String> names, Map<String, AgencySummary> all) {
        if (agency.mergedInto() != null) {
            return new Div(Callout.info(
                    "Merged.",
                    "It has been part of %s since, and so are its people. What it published keeps its name."
                            .formatted(names.get(agency.mergedInto()))));
        }
        List<AgencySummary> others = all.values().stream()
                .filter(other -> other.active() && !other.slug().equals(slug))
                .sorted(java.util.Comparator.comparing(AgencySummary::name))
                .toList();
        Div aside = new Div();
        if (agency.active()) {
            aside.add(new ReviewSheet(reviews, reader, slug));
        }
        Optional<Ending> waiting = endings.waiting(slug, reader.get());
        if (waiting.isPresent()) {
            aside.add(new EndingSheet(endings, reader, waiting.get(), names, this::show));
            return aside;
        }
        aside.add(agency.active() ? ending(agency, people) : reopening(agency), merging(agency, people, others));
        return aside;
    }

    private Sheet ending(AgencySummary agency, int people) {
        return Sheet.titled(
                "End it",
                new Paragraph(
                        "For an agency that no longer takes part. Its people can no longer sign in, open pages "
                                + "close within a minute. What it published stays. It can be opened again. A second administrator has to agree."),
                new DangerButton(
                        "End this agency",
                        () -> new ReasonDialog(
                                        "End %s?".formatted(agency.name()),
                                        people == 0
                                                ? "Nobody belongs to it now, and nobody will be able to join. A second administrator reads your reason and has to agree."
                                                : "%s will be signed out within a minute and cannot sign in again. A second administrator reads your reason and has to agree."
                                                        .formatted(counted(people, "Its one person")),
                                        300,
                                        "Ask to end it",
                                        reason -> after(ASKED, () -> endings.ask(slug, null, reason, reader.get())))
                                .open()));
    }

    private Sheet reopening(AgencySummary agency) {
        return Sheet.titled(
                "Open it again",
                new Paragraph("Its people can sign in again, with the roles and groups they had."),
                new SecondaryButton(
                        "Open " + agency.name() + " again",
                        () -> after("The agency is open again.", () -> agencies.reopen(slug, reader.get()))));
    }

    private Sheet merging(AgencySummary agency, int people, List<AgencySummary> others) {
        ComboBox<AgencySummary> into = new ComboBox<>("The agency it becomes part of");
        into.setItems(others);
        into.setItemLabelGenerator(AgencySummary::name);
        into.setWidthFull();
        EntryForm choice = new EntryForm(this).field("into", into);
        return Sheet.titled(
                "Merge it",
                new Paragraph("For agencies that join. This one becomes part of another, for good."),
                new FormColumn(into, new DangerButton("Merge", () -> {
                    AgencySummary other = into.getValue();
                    if (other == null) {
                        into.setErrorMessage("Choose an agency");
                        into.setInvalid(true);
                        into.focus();
                        return;
                    }
                    new ReasonDialog(
                                    "Make %s part of %s?".formatted(agency.name(), other.name()),
                                    people == 0
                                            ? "Nobody belongs to it now. This cannot be undone. A second administrator reads your reason and has to agree."
                                            : "%s will belong to %s, sign in as before with the roles and groups they have, and see what either agency was meant to see. This cannot be undone. A second administrator reads your reason and has to agree."
                                                    .formatted(counted(people, "Its one person"), other.name()),
                                    300,
                                    "Ask to merge",
                                    reason -> {
                                        if (choice.attempt(
                                                ASKED, () -> endings.ask(slug, other.slug(), reason, reader.get()))) {
                                            show();
                                        }
                                    })
                            .open();
                })));
    }

    private void after(String done, Runnable action) {
        if (entry.attempt(done, action)) {
            show();
        }
    }
}

package org.safercommunities.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PeopleDirectory;
import org.safercommunities.portal.agencies.StaffTrail;
import org.safercommunities.portal.audit.AuditSentence;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FileLink;
import org.safercommunities.portal.shared.ui.FilterChip;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** The audit trail in words. What it is narrowed to stands in the address. */
@Route("admin/audit")
@PageTitle("Audit trail")
@Menu(title = "Audit trail", order = 390, icon = "scroll-text")
@RolesAllowed("ADMINISTRATOR")
class AuditView extends Div implements BeforeEnterObserver {

    private static final int AT_ONCE = 50;

    private final StaffTrail trail;
    private final CurrentReader reader;
    private final Map<String, String> agencies;
    private final AuditFields fields;
    private final Div chosen = new Div();
    private final Div list = new Div();
    private @Nullable String subject;

    AuditView(StaffTrail trail, Agencies agencies, PeopleDirectory people, CurrentReader reader) {
        this.trail = trail;
        this.reader = reader;
        this.agencies = agencies.all().stream().collect(Collectors.toMap(AgencySummary::slug, AgencySummary::name));
        fields = new AuditFields(trail.actions(reader.get()), agencies, people, reader, this::narrowed);
        TrailCheck check = new TrailCheck(reader, trail::verdict);
        add(
                new PageHeader("Audit trail")
                        .crumb("Administration", "admin")
                        .lead(
                                "Who did what to what, from which agency, and what was refused, newest first. A line that somebody changes or removes shows.")
                        .actions(
                                check.button(),
                                FileLink.csv(
                                        "audit-trail.csv",
                                        out -> trail.export(fields.filter(subject), out, reader.get()))),
                check,
                fields,
                chosen,
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        subject = query.getSingleParameter("subject")
                .filter(each -> each.contains(":"))
                .orElse(null);
        fields.set(query);
        show();
    }

    private void narrowed() {
        if (getUI().isEmpty()) {
            return;
        }
        Map<String, String> query = fields.values();
        if (subject != null) {
            query.put("subject", subject);
        }
        getUI().orElseThrow()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("admin/audit", QueryParameters.simple(query)));
        show();
    }

    private void show() {
        list.removeAll();
        chosen.removeAll();
        List<AuditSentence> first = trail.read(fields.filter(subject), null, AT_ONCE + 1, reader.get());
        if (subject != null) {
            chosen.add(new FilterChip("Only one thing: " + subject, () -> {
                subject = null;
                narrowed();
            }));
        }
        if (first.isEmpty()) {
            list.add(new EmptyState(Icon.SCROLL_TEXT, "Nothing of the kind", "Choose another action, or anything."));
            return;
        }
        Rows rows = new Rows();
        list.add(rows);
        grow(rows, first);
    }

    private void grow(Rows rows, List<AuditSentence> page) {
        page.stream()
                .limit(AT_ONCE)
                .map(sentence -> AuditRows.of(sentence, agencies))
                .forEach(rows::add);
        if (page.size() > AT_ONCE) {
            long last = page.get(AT_ONCE - 1).line().id();
            Buttons foot = new Buttons();
            foot.addClassName("sc-list-foot");
            foot.add(new SecondaryButton("Show older", () -> {
                list.remove(foot);
                grow(rows, trail.read(fields.filter(subject), last, AT_ONCE + 1, reader.get()));
            }));
            list.add(foot);
        }
    }
}

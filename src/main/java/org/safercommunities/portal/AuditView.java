package org.safercommunities.portal;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.StaffTrail;
import org.safercommunities.portal.audit.AuditFilter;
import org.safercommunities.portal.audit.AuditSentence;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FileLink;
import org.safercommunities.portal.shared.ui.FilterChip;
import org.safercommunities.portal.shared.ui.FilterLine;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** The audit trail in words. What it is narrowed to stands in the address. */
@Route("admin/audit")
@PageTitle("Audit trail")
@Menu(title = "Audit trail", order = 390, icon = "scroll-text")
@RolesAllowed("ADMINISTRATOR")
class AuditView extends Div implements BeforeEnterObserver {

    private static final int AT_ONCE = 50;

    /** Kinds of things by the beginning of their subject. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("agency:", "Agencies");
        KINDS.put("person:", "People");
        KINDS.put("group:", "Groups");
        KINDS.put("document:", "Documents");
    }

    private final StaffTrail trail;
    private final CurrentReader reader;
    private final Map<String, String> actions;
    private final ComboBox<String> action = new ComboBox<>("What was done");
    private final Select<String> kind = new Select<>();
    private final Div chosen = new Div();
    private final Div list = new Div();
    private @Nullable String subject;
    private @Nullable UUID actor;

    AuditView(StaffTrail trail, CurrentReader reader) {
        this.trail = trail;
        this.reader = reader;
        actions = trail.actions(reader.get());
        action.setItems(actions.keySet().stream()
                .sorted(java.util.Comparator.comparing(actions::get))
                .toList());
        action.setItemLabelGenerator(each -> actions.getOrDefault(each, each));
        action.setPlaceholder("Anything");
        action.setClearButtonVisible(true);
        action.addValueChangeListener(event -> narrowed());
        kind.setLabel("To what");
        kind.setItems(KINDS.keySet());
        kind.setItemLabelGenerator(each -> each == null ? "Anything" : KINDS.getOrDefault(each, each));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption("Anything");
        kind.addValueChangeListener(event -> narrowed());
        TrailCheck check = new TrailCheck(() -> trail.verdict(reader.get()));
        add(
                new PageHeader("Audit trail")
                        .crumb("Administration", "admin")
                        .lead("Who did what to what, newest first. A line that somebody changes or removes shows.")
                        .actions(
                                check.button(),
                                FileLink.csv("audit-trail.csv", out -> trail.export(filter(), out, reader.get()))),
                check,
                new FilterLine(action, kind),
                chosen,
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        subject = query.getSingleParameter("subject")
                .filter(each -> each.contains(":"))
                .orElse(null);
        actor = query.getSingleParameter("actor").flatMap(AuditView::uuid).orElse(null);
        query.getSingleParameter("action").filter(actions::containsKey).ifPresent(action::setValue);
        query.getSingleParameter("kind").filter(KINDS::containsKey).ifPresent(kind::setValue);
        show();
    }

    private void narrowed() {
        if (getUI().isEmpty()) {
            return;
        }
        Map<String, String> query = new LinkedHashMap<>();
        Optional.ofNullable(action.getValue()).ifPresent(value -> query.put("action", value));
        Optional.ofNullable(kind.getValue()).ifPresent(value -> query.put("kind", value));
        Optional.ofNullable(subject).ifPresent(value -> query.put("subject", value));
        Optional.ofNullable(actor).ifPresent(value -> query.put("actor", value.toString()));
        getUI().orElseThrow()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("admin/audit", QueryParameters.simple(query)));
        show();
    }

    private AuditFilter filter() {
        return new AuditFilter(subject != null ? subject : kind.getValue(), action.getValue(), actor);
    }

    private void show() {
        list.removeAll();
        chosen.removeAll();
        List<AuditSentence> first = trail.read(filter(), null, AT_ONCE + 1, reader.get());
        if (subject != null) {
            chosen.add(new FilterChip("Only one thing: " + subject, () -> {
                subject = null;
                narrowed();
            }));
        }
        if (actor != null) {
            chosen.add(new FilterChip("Only what one person did", () -> {
                actor = null;
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
        page.stream().limit(AT_ONCE).map(AuditView::row).forEach(rows::add);
        if (page.size() > AT_ONCE) {
            long last = page.get(AT_ONCE - 1).line().id();
            Buttons foot = new Buttons();
            foot.addClassName("sc-list-foot");
            foot.add(new SecondaryButton("Show older", () -> {
                list.remove(foot);
                grow(rows, trail.read(filter(), last, AT_ONCE + 1, reader.get()));
            }));
            list.add(foot);
        }
    }

    private static Row row(AuditSentence sentence) {
        return Row.titled(sentence.title())
                .icon(icon(sentence.line().subject()))
                .facts(sentence.words(), Dates.moment(sentence.line().at()));
    }

    private static Icon icon(String subject) {
        return switch (subject.contains(":") ? subject.substring(0, subject.indexOf(':')) : subject) {
            case "agency" -> Icon.BUILDING_2;
            case "person" -> Icon.USER;
            case "group" -> Icon.LAYERS;
            case "document" -> Icon.FILE_TEXT;
            default -> Icon.HISTORY;
        };
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}

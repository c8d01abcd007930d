package org.safercommunities.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.safercommunities.portal.shared.AdminSection;
import org.safercommunities.portal.shared.AdminWarning;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** What needs an administrator, and the way to everything they look after. */
@Route("admin")
@PageTitle("Administration")
@Menu(title = "Overview", order = 300, icon = "settings")
@RolesAllowed("ADMINISTRATOR")
class AdminView extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(AdminView.class);

    private record Entry(AdminSection section, Optional<String> waiting) {}

    AdminView(ObjectProvider<AdminSection> sections, ObjectProvider<AdminWarning> warnings) {
        List<Entry> entries = sections.stream()
                .sorted(Comparator.comparingInt(AdminSection::order))
                .map(section -> new Entry(section, quietly(section::badge)))
                .toList();
        List<Entry> waiting =
                entries.stream().filter(entry -> entry.waiting().isPresent()).toList();
        List<Callout> wrong = warnings.stream()
                .map(warning -> quietly(warning::now))
                .flatMap(Optional::stream)
                .map(warning -> Callout.warn(warning.first(), warning.rest()))
                .toList();
        add(new PageHeader("Administration").lead(lead(waiting.size() + wrong.size())));
        if (!wrong.isEmpty() || !waiting.isEmpty()) {
            PageSection now = new PageSection("What needs you");
            now.addClassName("sc-needs");
            wrong.forEach(now::add);
            if (!waiting.isEmpty()) {
                now.add(new Rows(waiting.stream().map(AdminView::needed).toList()).onSheet());
            }
            add(now);
        }
        add(new PageSection(
                "What you look after",
                new Rows(entries.stream().map(AdminView::section).toList())));
    }

    private static String lead(int things) {
        return switch (things) {
            case 0 -> "Nothing waits for you. Being an administrator shows you no more documents than others see.";
            case 1 -> "One thing waits for you.";
            default -> things + " things wait for you.";
        };
    }

    private static Row needed(Entry entry) {
        AdminSection section = entry.section();
        return Row.titled(entry.waiting().orElse(""))
                .icon(Icon.named(section.icon()))
                .facts(section.title())
                .wideAction(LinkButton.secondary(
                        section.path(), "Open " + section.title().toLowerCase(java.util.Locale.UK)))
                .now();
    }

    private static Row section(Entry entry) {
        AdminSection section = entry.section();
        return Row.linked(section.title(), section.path())
                .icon(Icon.named(section.icon()))
                .facts(section.description());
    }

    /** A part that cannot be asked now must not take the whole page along. */
    private static <T> Optional<T> quietly(Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException unavailable) {
            LOG.warn("The overview is shown without one of its parts", unavailable);
            return Optional.empty();
        }
    }
}

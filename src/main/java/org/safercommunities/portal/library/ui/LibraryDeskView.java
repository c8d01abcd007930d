package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.DeskList;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.DocumentDesk;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.GrowingRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageTabs;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.storage.FileScans;

/** What waits for an editor: drafts, reviews, embargoes, what has expired or was withdrawn, and what is to be deleted. */
@Route("library/desk")
@RouteAlias("library/drafts")
@PageTitle("Library desk")
@StyleSheet("library.css")
@RolesAllowed("EDITOR")
class LibraryDeskView extends Div implements BeforeEnterObserver {

    private final DocumentDesk desk;
    private final DeskRows rows;
    private final LibraryWords words;
    private final FileScans scans;
    private final CurrentReader currentReader;
    private final PageTabs tabs = new PageTabs();
    private final Div warning = new Div();
    private final Div panel = new Div();
    private final Choosing choosing;
    private DeskList open = DeskList.DRAFTS;

    LibraryDeskView(
            DocumentDesk desk,
            DeskRows rows,
            LibraryWords words,
            ContributionsWaiting contributions,
            FileScans scans,
            Choosing.Services choosings,
            CurrentReader currentReader) {
        this.desk = desk;
        this.rows = rows;
        this.words = words;
        this.scans = scans;
        this.choosing = Objects.requireNonNull(choosings.forEditor());
        this.currentReader = currentReader;
        panel.getElement().setAttribute("role", "region");
        warning.addClassName("sc-desk-warning");
        for (DeskList list : DeskList.values()) {
            tabs.add(new Tab(list.label()));
        }
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                open = DeskList.values()[tabs.getSelectedIndex()];
                UI.getCurrent().getPage().getHistory().replaceState(null, new Location("library/desk", address()));
                show();
            }
        });
        add(
                new PageHeader("Library desk")
                        .crumb("Library", "library")
                        .lead("What waits for an editor. Of documents for a group you see those of your own groups.")
                        .actions(LinkButton.secondary("library/add", "Add documents")
                                .with(Icon.CLOUD_UPLOAD))
                        .facts(elsewhere(contributions.count())),
                warning,
                tabs,
                choosing,
                panel,
                choosing.bar());
    }

    /** What else belongs to the desk and has a page of its own. */
    private static Nav elsewhere(int waiting) {
        Nav links = new Nav(
                LinkButton.quiet(ContributionPage.LIST, offered(waiting)).with(Icon.INBOX),
                LinkButton.quiet("library/topics", "Topics and kinds").with(Icon.TAG),
                LinkButton.quiet("library/disposals", "Records of deletion").with(Icon.SCROLL_TEXT),
                fetched(LinkButton.quiet("files/library/catalogue.csv", "Catalogue as CSV")
                        .with(Icon.DOWNLOAD)));
        links.addClassName("sc-desk-links");
        links.setAriaLabel("More of the library desk");
        return links;
    }

    private static String offered(int waiting) {
        return waiting == 0 ? "Offered documents" : "Offered documents (%d)".formatted(waiting);
    }

    private static LinkButton fetched(LinkButton link) {
        LinkButton.fetched(link);
        return link;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .orElse("");
        open = Arrays.stream(DeskList.values())
                .filter(list -> list.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElse(DeskList.DRAFTS);
        tabs.setSelectedIndex(open.ordinal());
        show();
    }

    private QueryParameters address() {
        return QueryParameters.of("show", open.name().toLowerCase(Locale.ROOT));
    }

    private void show() {
        Map<DeskList, Integer> counts = desk.counts(currentReader.get());
        for (DeskList list : DeskList.values()) {
            int count = counts.getOrDefault(list, 0);
            ((Tab) tabs.getComponentAt(list.ordinal()))
                    .setLabel(count == 0 ? list.label() : "%s (%d)".formatted(list.label(), count));
        }
        warning.removeAll();
        HeldWords.waiting(scans.waiting()).ifPresent(warning::add);
        panel.removeAll();
        panel.getElement().setAttribute("aria-label", open.label());
        choosing.begin();
        int count = counts.getOrDefault(open, 0);
        panel.add(list(count));
        choosing.found(
                canBeChanged() ? count : 0,
                () -> desk.of(open, 0, choosing.most(), currentReader.get()).stream()
                        .map(DocumentCard::id)
                        .toList());
    }

    /** What is to be deleted waits for a decision on each. */
    private boolean canBeChanged() {
        return open != DeskList.DISPOSAL;
    }

    private Row row(DocumentCard card, LibraryWords.Names names) {
        Row row = rows.of(open, card, names, this::done);
        return canBeChanged() ? choosing.of(row, card.id(), card.title()) : row;
    }

    private Component list(int count) {
        if (count == 0) {
            return new EmptyState(rows.icon(open), "Nothing here", rows.whenEmpty(open));
        }
        LibraryWords.Names names = words.names();
        return new GrowingRows(
                count,
                (offset, limit) -> desk.of(open, offset, limit, currentReader.get()).stream()
                        .map(card -> row(card, names))
                        .toList());
    }

    private void done(String what) {
        show();
        Notices.on(UI.getCurrent()).good(what);
    }
}

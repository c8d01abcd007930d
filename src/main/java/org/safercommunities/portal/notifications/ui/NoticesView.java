package org.safercommunities.portal.notifications.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.notifications.notices.NoticeLine;
import org.safercommunities.portal.notifications.notices.OwnNotices;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageTabs;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** What somebody was told of, the newest first, by day. */
@Route("notices")
@StyleSheet("notices.css")
@PageTitle("Notices")
@PermitAll
class NoticesView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 25;

    private final OwnNotices notices;
    private final CurrentReader currentReader;
    private final Tab everything = new Tab("All");
    private final Tab unread = new Tab("Unread");
    private final PageTabs tabs = new PageTabs(everything, unread);
    private final SecondaryButton markAll = new SecondaryButton("Mark all as read", Icon.CHECK, this::markAllRead);
    private final Div days = new Div();
    private final SecondaryButton more = new SecondaryButton("Show more", this::more);
    private final LiveText shown = new LiveText("");
    private final Buttons foot = new Buttons(more, shown);
    private Rows rows = new Rows();
    private @Nullable LocalDate day;
    private int here;

    NoticesView(OwnNotices notices, CurrentReader currentReader) {
        this.notices = notices;
        this.currentReader = currentReader;
        tabs.addSelectedChangeListener(change -> show());
        tabs.getElement().setAttribute("aria-label", "Which notices");
        foot.addClassName("sc-list-foot");
        Buttons all = new Buttons(markAll);
        all.addClassName("sc-notices-all");
        add(
                new PageHeader("Notices")
                        .lead(
                                "What is new of what you follow, and what concerns you. You choose what also comes by mail.")
                        .actions(
                                LinkButton.quiet("following", "What I follow").with(Icon.BOOKMARK),
                                LinkButton.quiet("account#notices", "Notices by mail")
                                        .with(Icon.MAIL)
                                        .outside()),
                tabs,
                all,
                days,
                foot);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        days.removeAll();
        day = null;
        here = 0;
        grow();
    }

    private void more() {
        Rows before = rows;
        int first = before.getComponentCount();
        grow();
        // The first of those that have come: behind the last of its day, or in a day of its own
        if (before.getComponentCount() > first) {
            before.focus(first);
        } else {
            rows.focus(0);
        }
    }

    private void grow() {
        boolean unreadOnly = unread.equals(tabs.getSelectedTab());
        OwnNotices.Found found = notices.newest(unreadOnly, here, PAGE, currentReader.get());
        found.lines().forEach(this::show);
        here += found.lines().size();
        boolean complete = here >= found.total() || found.lines().isEmpty();
        foot.setVisible(!complete);
        shown.setText("Showing %,d of %,d".formatted(here, found.total()));
        markAll.setVisible(notices.unread(currentReader.get()) > 0);
        if (here == 0) {
            days.add(nothing(unreadOnly));
        }
    }

    private void show(NoticeLine notice) {
        LocalDate on = notice.at().atZone(Dates.KENT).toLocalDate();
        if (!on.equals(day)) {
            day = on;
            rows = new Rows().onSheet();
            H2 heading = new H2(inWords(on));
            heading.addClassName("sc-notices-day");
            days.add(heading, rows);
        }
        rows.add(NoticeRow.of(notice, read -> notices.mark(notice.id(), read, currentReader.get())));
    }

    private void markAllRead() {
        notices.markAllRead(currentReader.get());
        show();
        tabs.getElement().callJsFunction("focus");
    }

    private static EmptyState nothing(boolean unreadOnly) {
        return unreadOnly
                ? new EmptyState(Icon.CIRCLE_CHECK, "Nothing unread", "You have seen everything you were told of.")
                : new EmptyState(
                                Icon.BELL,
                                "No notices yet",
                                "Follow a topic, a document or a search, and what is new there will be listed here.")
                        .actions(LinkButton.secondary("library", "Go to the library"));
    }

    private static String inWords(LocalDate day) {
        LocalDate today = Dates.today();
        return day.equals(today) ? "Today" : day.equals(today.minusDays(1)) ? "Yesterday" : Dates.full(day);
    }
}

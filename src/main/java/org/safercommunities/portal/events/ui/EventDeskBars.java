package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safercommunities.portal.events.DeskTally;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Sheet;

/** Places drawn as bars, with the same numbers as text. */
final class EventDeskBars {

    private EventDeskBars() {}

    /** What is taken of each session's places, by the way of taking part. */
    static Sheet places(DeskTally tally) {
        boolean several =
                tally.pools().stream().map(DeskTally.OfPool::session).distinct().count() > 1;
        Sheet sheet = Sheet.titled("Places");
        sheet.addClassName("sc-desk-places");
        sheet.add(legend("Confirmed", "sc-1", "Offered or awaiting approval", "sc-2", "Waiting", "sc-3"));
        String before = "";
        Div pools = new Div();
        for (DeskTally.OfPool pool : tally.pools()) {
            String session = pool.session().toString();
            if (several && !session.equals(before)) {
                pools = new Div();
                sheet.add(new H3(pool.sessionTitle() + ", " + Dates.moment(pool.start())));
                sheet.add(pools);
            } else if (!several && before.isEmpty()) {
                sheet.add(pools);
            }
            pools.addClassName("sc-desk-pools");
            before = session;
            pools.add(pool(pool));
        }
        return sheet;
    }

    private static Div pool(DeskTally.OfPool pool) {
        Span number = new Span(String.valueOf(pool.taken()));
        number.addClassName("sc-desk-number");
        Div figure = new Div(
                number,
                new Span(" of %d %s".formatted(pool.capacity(), pool.mode().inWords())));
        int all = Math.max(pool.capacity(), pool.taken() + pool.waiting());
        Div bar = bar(all, pool.confirmed(), pool.offered() + pool.awaiting(), pool.waiting());
        List<String> words = new ArrayList<>();
        words.add(pool.confirmed() + " confirmed");
        add(words, pool.offered(), "offered");
        add(words, pool.awaiting(), "awaiting approval");
        add(words, pool.waiting(), "waiting");
        words.add(pool.free() == 0 ? "full" : pool.free() + " left");
        Paragraph text = new Paragraph(String.join(", ", words));
        text.addClassName("sc-note");
        return new Div(figure, bar, text);
    }

    private static void add(List<String> words, int count, String what) {
        if (count > 0) {
            words.add(count + " " + what);
        }
    }

    /** Who is coming, by agency. */
    static Sheet agencies(DeskTally tally) {
        Sheet sheet = Sheet.titled("Who is coming");
        sheet.addClassName("sc-desk-agencies");
        if (tally.agencies().stream().allMatch(each -> each.all() == 0)) {
            sheet.add(new Paragraph("Nobody has booked yet."));
        } else {
            sheet.add(legend("In the room", "sc-1", "Online", "sc-2", "Waiting", "sc-3"));
        }
        int most = tally.agencies().stream()
                .mapToInt(DeskTally.OfAgency::all)
                .max()
                .orElse(1);
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("role", "list");
        for (DeskTally.OfAgency agency : tally.agencies()) {
            if (agency.all() > 0) {
                list.add(agency(agency, most));
            }
        }
        sheet.add(list);
        tally.agencies().stream()
                .filter(each -> each.kept() > 0)
                .forEach(each -> sheet.add(Callout.info(
                        "%d kept for %s".formatted(each.kept(), each.name()),
                        each.released() == null
                                ? "until booking closes."
                                : "until %s, then open to all.".formatted(Dates.moment(each.released())))));
        return sheet;
    }

    private static ListItem agency(DeskTally.OfAgency agency, int most) {
        Span name = new Span(agency.name());
        name.addClassName("sc-desk-agency");
        List<String> words = new ArrayList<>();
        add(words, agency.inRoom(), "in the room");
        add(words, agency.online(), "online");
        add(words, agency.waiting(), "waiting");
        Span text = new Span(String.join(", ", words));
        text.addClassName("sc-note");
        return new ListItem(name, bar(most, agency.inRoom(), agency.online(), agency.waiting()), text);
    }

    private static Div bar(int all, int first, int second, int third) {
        Div bar = new Div(part(all, first, "sc-1"), part(all, second, "sc-2"), part(all, third, "sc-3"));
        bar.addClassName("sc-desk-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }

    private static Component part(int all, int count, String step) {
        Div part = new Div();
        part.addClassName(step);
        part.getStyle().setWidth(String.format(Locale.ROOT, "%.2f%%", all == 0 ? 0 : 100.0 * count / all));
        part.setVisible(count > 0);
        return part;
    }

    private static Div legend(String... namesAndSteps) {
        Div legend = new Div();
        legend.addClassName("sc-desk-legend");
        for (int at = 0; at < namesAndSteps.length; at += 2) {
            Span key = new Span();
            key.addClassNames("sc-desk-key", namesAndSteps[at + 1]);
            key.getElement().setAttribute("aria-hidden", "true");
            legend.add(new Span(key, new Span(namesAndSteps[at])));
        }
        return legend;
    }
}

package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import org.safercommunities.portal.notifications.DeliveryCounts;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.Sheet;

/** What became of each mail: a bar, and the same numbers as a table. Every recipient is in exactly one line. */
final class DeliveryFigures extends Sheet {

    private final LiveText said = new LiveText("");
    private final Div bar = new Div();
    private final NativeTableBody body = new NativeTableBody();
    private String saidLast = "";

    DeliveryFigures() {
        addClassName("sc-delivery");
        bar.addClassName("sc-delivery-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        NativeTable table = new NativeTable(body);
        table.addClassName("sc-delivery-table");
        table.getElement().setAttribute("aria-label", "What became of each mail");
        add(new H2("Delivery"), said, bar, table);
    }

    void show(DeliveryCounts counts) {
        int through = counts.audience() - counts.pending() - counts.sending();
        String words = counts.over()
                ? "All %,d are through.".formatted(counts.audience())
                : "%,d of %,d are through.".formatted(through, counts.audience());
        // Said for tenths only, or it would be read out every second
        String tenth = counts.over() + " " + through * 10 / Math.max(1, counts.audience());
        if (!tenth.equals(saidLast) || counts.over()) {
            saidLast = tenth;
            said.setText(words);
        }
        bar.removeAll();
        part("sc-sent", counts.sent(), counts);
        part("sc-trouble", counts.bounced() + counts.failed() + counts.uncertain(), counts);
        part("sc-left", counts.suppressed() + counts.stopped(), counts);
        body.removeAll();
        line("Delivered to their mail server", "", counts.sent());
        line("Waiting", "to be sent", counts.pending());
        line("Under way", "", counts.sending());
        line("In doubt", "may have arrived; sent again only if you say so", counts.uncertain());
        line("Refused", "the address does not exist; left out from now on", counts.bounced());
        line("Not delivered", "after trying for days", counts.failed());
        line("Left out", "their address was refused before", counts.suppressed());
        line("Stopped", "not sent, because the sending was stopped", counts.stopped());
        line("All", "", counts.audience());
    }

    private void part(String kind, int number, DeliveryCounts counts) {
        if (number > 0) {
            Div part = new Div();
            part.addClassName(kind);
            part.getStyle().setWidth("%.2f%%".formatted(100.0 * number / Math.max(1, counts.audience())));
            bar.add(part);
        }
    }

    private void line(String name, String about, int number) {
        if (number == 0 && !name.equals("Delivered to their mail server") && !name.equals("All")) {
            return;
        }
        NativeTableHeaderCell head = new NativeTableHeaderCell(name);
        head.getElement().setAttribute("scope", "row");
        if (!about.isEmpty()) {
            Paragraph more = new Paragraph(about);
            more.addClassName("sc-muted");
            head.add(more);
        }
        body.add(new NativeTableRow(head, new NativeTableCell("%,d".formatted(number))));
    }
}

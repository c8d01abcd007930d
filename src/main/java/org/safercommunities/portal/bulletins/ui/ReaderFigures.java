package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.bulletins.BulletinReads;
import org.safercommunities.portal.shared.ReaderCounts;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FileLink;
import org.safercommunities.portal.shared.ui.Sheet;

/** How many have read a bulletin, by agency: a table with a bar in each line, and the rule that leaves small groups out. */
final class ReaderFigures extends Sheet {

    private static final String RULE =
            "Agencies with fewer than %d readers are not shown by themselves, so that nobody can be told by it, and their sum only"
                    + " where it does not give them away.";
    private static final String WHO =
            "Counted is who has opened the bulletin here or by the link in their mail, each person once, for %d days after it was"
                    + " sent. Mails have nothing in them that reports back, so who reads it there is not counted. Nor are editors.";

    ReaderFigures(UUID bulletin, BulletinReads reads, CurrentReader reader) {
        ReaderCounts figures = reads.figures(bulletin, reader.get());
        Map<String, Integer> lines = reads.named(figures);
        addClassName("sc-readers");
        add(new H2("Readers"));
        if (lines.isEmpty()) {
            add(new Paragraph("No agency has had %d readers yet.".formatted(ReaderCounts.FEWEST)));
        } else {
            add(
                    new Paragraph("%,d people of the agencies shown here have read it in the portal."
                            .formatted(figures.shown())),
                    table(lines));
        }
        add(note(RULE.formatted(ReaderCounts.FEWEST)), note(WHO.formatted(BulletinReads.COUNTED.toDays())));
        if (!lines.isEmpty()) {
            add(new Buttons(FileLink.csv("readers.csv", out -> reads.export(bulletin, out, reader.get()))));
        }
    }

    private static NativeTable table(Map<String, Integer> lines) {
        int most = lines.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        NativeTableBody body = new NativeTableBody();
        lines.forEach((agency, readers) -> {
            NativeTableHeaderCell name = new NativeTableHeaderCell(agency);
            name.getElement().setAttribute("scope", "row");
            Div bar = new Div();
            bar.addClassName("sc-answer-bar");
            bar.getStyle().set("inline-size", "%d%%".formatted(Math.round(100f * readers / most)));
            Div track = new Div(bar);
            track.addClassName("sc-answer-track");
            track.getElement().setAttribute("aria-hidden", "true");
            body.add(new NativeTableRow(
                    name, new NativeTableCell("%,d".formatted(readers)), new NativeTableCell(track)));
        });
        NativeTable table = new NativeTable(
                new NativeTableHeader(new NativeTableRow(head("Agency"), head("Readers"), new NativeTableCell())),
                body);
        table.addClassName("sc-readers-table");
        table.getElement().setAttribute("aria-label", "Readers by agency");
        return table;
    }

    private static NativeTableHeaderCell head(String words) {
        NativeTableHeaderCell head = new NativeTableHeaderCell(words);
        head.getElement().setAttribute("scope", "col");
        return head;
    }

    private static Paragraph note(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("sc-note");
        return note;
    }
}

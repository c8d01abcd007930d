package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** Numbers as a table, each line with a bar drawn beside it. */
final class FigureTable extends NativeTable {

    private final NativeTableBody body = new NativeTableBody();
    private final boolean bars;

    /** @param heads of the columns: the first is what a line is about, the others are numbers */
    FigureTable(String label, boolean bars, String... heads) {
        this.bars = bars;
        addClassName("sc-figures-table");
        getElement().setAttribute("aria-label", label);
        NativeTableRow head = new NativeTableRow();
        for (int i = 0; i < heads.length; i++) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(heads[i]);
            cell.getElement().setAttribute("scope", "col");
            if (i > 0) {
                cell.addClassName("sc-figure");
            }
            head.add(cell);
        }
        if (bars) {
            // Nothing to say: the numbers are in the line
            NativeTableCell drawn = new NativeTableCell();
            drawn.addClassName("sc-figure-bar");
            head.add(drawn);
        }
        add(new NativeTableHeader(head), body);
    }

    FigureTable line(String name, int value, int most, String... numbers) {
        return line(new Text(name), value, most, numbers);
    }

    FigureTable linked(String name, String path, int value, int most, String... numbers) {
        return line(new Anchor(path, name), value, most, numbers);
    }

    /** @param most what a full bar stands for */
    private FigureTable line(Component name, int value, int most, String... numbers) {
        NativeTableHeaderCell what = new NativeTableHeaderCell();
        what.add(name);
        what.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow(what);
        for (String number : List.of(numbers)) {
            NativeTableCell cell = new NativeTableCell(number);
            cell.addClassName("sc-figure");
            row.add(cell);
        }
        if (bars) {
            row.add(bar(value, most));
        }
        body.add(row);
        return this;
    }

    private static NativeTableCell bar(int value, int most) {
        Div bar = new Div();
        bar.addClassName("sc-bar");
        bar.getStyle().set("inline-size", "%d%%".formatted(most == 0 ? 0 : Math.round(100f * value / most)));
        bar.setVisible(value > 0);
        Div track = new Div(bar);
        track.addClassName("sc-bar-track");
        track.getElement().setAttribute("aria-hidden", "true");
        NativeTableCell cell = new NativeTableCell(track);
        cell.addClassName("sc-figure-bar");
        return cell;
    }
}

package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** Numbers as a table. */
final class FigureTable extends NativeTable {

    private final NativeTableBody body = new NativeTableBody();

    /** @param heads of the columns: the first is what a line is about, the others are numbers */
    FigureTable(String label, String... heads) {
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
        add(new NativeTableHeader(head), body);
    }

    void line(String name, String... numbers) {
        line(new Text(name), numbers);
    }

    void linked(String name, String path, String... numbers) {
        line(new Anchor(path, name), numbers);
    }

    private void line(Component name, String... numbers) {
        NativeTableHeaderCell what = new NativeTableHeaderCell();
        what.add(name);
        what.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow(what);
        for (String number : List.of(numbers)) {
            NativeTableCell cell = new NativeTableCell(number);
            cell.addClassName("sc-figure");
            row.add(cell);
        }
        body.add(row);
    }
}

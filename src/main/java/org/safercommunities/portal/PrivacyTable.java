package org.safercommunities.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** A table of words, whose rows become cards where there is no room. The roles keep it a table for those who hear it. */
final class PrivacyTable extends NativeTable {

    private final String[] heads;
    private final NativeTableBody body = new NativeTableBody();

    PrivacyTable(String label, String... heads) {
        this.heads = heads.clone();
        addClassName("sc-privacy-table");
        getElement().setAttribute("aria-label", label);
        NativeTableRow head = role(new NativeTableRow(), "row");
        for (String each : heads) {
            head.add(role(new NativeTableHeaderCell(each), "columnheader"));
        }
        NativeTableHeader top = new NativeTableHeader(head);
        role(this, "table");
        add(role(top, "rowgroup"), role(body, "rowgroup"));
    }

    void row(String... words) {
        NativeTableHeaderCell first = role(new NativeTableHeaderCell(words[0]), "rowheader");
        first.getElement().setAttribute("scope", "row");
        NativeTableRow row = role(new NativeTableRow(first), "row");
        for (int i = 1; i < words.length; i++) {
            NativeTableCell cell = role(new NativeTableCell(words[i]), "cell");
            cell.getElement().setAttribute("data-label", heads[i]);
            row.add(cell);
        }
        body.add(row);
    }

    private static <T extends Component> T role(T part, String role) {
        part.getElement().setAttribute("role", role);
        return part;
    }
}

package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
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
import java.util.List;
import java.util.Map;
import org.safercommunities.portal.library.use.MonthSpan;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.PageHeader;

/** For the safety team: what is read and by which agencies, what was looked for in vain, what is out of date and what nobody reads. */
@Route("library/figures")
@StyleSheet("library.css")
@PageTitle("Library figures")
@Menu(title = "Library figures", order = 110, icon = "chart-column")
@RolesAllowed("EDITOR")
class FiguresView extends Div implements BeforeEnterObserver {

    private static final List<Integer> SPANS = List.of(1, 3, 6, 12);

    private final FigureSheets sheets;
    private final Select<Integer> months = new Select<>();
    private final Div figures = new Div();

    FiguresView(FigureSheets sheets) {
        this.sheets = sheets;
        months.setLabel("Show");
        months.setItems(SPANS);
        months.setItemLabelGenerator(count -> count == 1 ? "This month" : "The last %d months".formatted(count));
        months.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                getUI().ifPresent(ui -> ui.getPage()
                        .getHistory()
                        .pushState(
                                null,
                                new Location(
                                        "library/figures",
                                        QueryParameters.simple(Map.of(
                                                "months", change.getValue().toString())))));
                show(change.getValue());
            }
        });
        Div span = new Div(months);
        span.addClassName("sc-figures-span");
        add(
                new PageHeader("Library figures")
                        .crumb("Library", "library")
                        .lead(
                                "Of the documents that you may see yourself. People are counted, never named; editors are not"
                                        + " counted."),
                span,
                figures);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("months")
                .orElse("3");
        int count = SPANS.stream()
                .filter(each -> each.toString().equals(asked))
                .findFirst()
                .orElse(3);
        months.setValue(count);
        show(count);
    }

    private void show(int count) {
        figures.removeAll();
        figures.add(sheets.all(MonthSpan.last(count, Dates.today())));
    }
}

package org.safercommunities.portal.e2e.kit;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import org.safercommunities.portal.shared.HighlightedText;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Chips;
import org.safercommunities.portal.shared.ui.FilterChip;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SearchLine;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Stack;
import org.safercommunities.portal.shared.ui.StateChip;

@Route("kit/library")
@PageTitle("Library")
@Menu(title = "Library", order = 2, icon = "library")
class KitLibrary extends Div {

    KitLibrary() {
        SearchLine search = new SearchLine(
                "Search the library",
                "Title or words in the text",
                words -> getUI().ifPresent(page -> Notices.on(page).say("Searched for " + words)));
        search.setWords("ASB warning letter");
        PageHeader header = new PageHeader("Library");
        header.add(search);
        add(header, PageColumns.asideFirst(filters(), results()));
    }

    private static Div filters() {
        CheckboxGroup<String> topics = new CheckboxGroup<>("Topic");
        topics.setItems("Anti-Social Behaviour", "Safeguarding Vulnerable People", "Domestic Abuse");
        topics.select("Anti-Social Behaviour");
        CheckboxGroup<String> kinds = new CheckboxGroup<>("Kind");
        kinds.setItems("Template", "Guidance", "Report");
        return new Stack(topics, kinds).wide();
    }

    private static Div results() {
        Select<String> order = new Select<>();
        order.setLabel("Sort by");
        order.setItems("Best match", "Newest");
        order.setValue("Best match");
        PageSection section = new PageSection(
                "34 documents",
                new Chips(
                        new FilterChip("Anti-Social Behaviour", () -> {}), new QuietButton("Clear filters", () -> {})),
                new Rows(
                        Row.linked(
                                        HighlightedText.marked(
                                                "[Anti-social behaviour] case review: template [letters]", '[', ']'),
                                        "kit/parts")
                                .pictureOf(Icon.FILE_TEXT)
                                .facts("Template", "Word, 6 files", "Swale Borough Council", "17 November 2026")
                                .snippet(HighlightedText.marked(
                                        "… when the second report is confirmed, send the [warning letter] within five working"
                                                + " days and keep a copy with the case file. <b>Not markup</b> …",
                                        '[',
                                        ']'))
                                .chips(MarkingChip.of("OFFICIAL"), StateChip.info(Icon.LAYERS, "Pack of 6"))
                                .action(LinkButton.icon("kit/parts", Icon.DOWNLOAD, "Download case review letters")),
                        Row.linked(
                                        HighlightedText.marked(
                                                "Early steps with [ASB]: who writes, who visits", '[', ']'),
                                        "kit/parts")
                                .pictureOf(Icon.FILE_TEXT)
                                .facts("Guidance", "PDF, 14 pages", "", "Kent Community Safety Team", "2 October 2026")
                                .chips(MarkingChip.of("OFFICIAL-SENSITIVE"))
                                .action(LinkButton.icon("kit/parts", Icon.DOWNLOAD, "Download Early steps with ASB"))),
                new Buttons(new SecondaryButton("Show more", () -> {}), new LiveText("Showing 2 of 34")));
        section.beside(order);
        return new Div(section, new H2("After the list"));
    }
}

package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.Disposal;
import org.safercommunities.portal.library.Disposals;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.GrowingRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.Row;

/** The records of documents that were deleted for good. */
@Route("library/disposals")
@PageTitle("Records of deletion")
@StyleSheet("library.css")
@RolesAllowed("EDITOR")
class DisposalsView extends Div {

    DisposalsView(Disposals disposals, LibraryWords words, CurrentReader currentReader) {
        LibraryWords.Names names = words.names();
        int all = disposals.countRecords(currentReader.get());
        add(
                new PageHeader("Records of deletion")
                        .crumb("Library", "library")
                        .crumb("Library desk", "library/desk?show=disposal")
                        .lead(
                                "Documents whose files were deleted at the end of their retention. The records themselves stay."));
        if (all == 0) {
            add(new EmptyState(
                    Icon.SCROLL_TEXT,
                    "No records",
                    "A record appears here for each document that is deleted for good."));
            return;
        }
        add(new GrowingRows(all, (offset, limit) -> {
            List<Disposal> page = disposals.records(offset, limit, currentReader.get());
            return page.stream().map(record -> row(record, names)).toList();
        }));
    }

    private static Row row(Disposal record, LibraryWords.Names names) {
        String by = record.approvedBy();
        return Row.titled(record.title())
                .icon(Icon.FILE_X)
                .facts(
                        names.kind(record.kind()),
                        names.agency(record.agency()),
                        "%d %s, %s"
                                .formatted(
                                        record.files(),
                                        record.files() == 1 ? "file" : "files",
                                        FileSize.of(record.bytes())),
                        "Kept until %s: %s".formatted(Dates.brief(record.dueOn()), record.basis()),
                        "Deleted %s, approved by %s"
                                .formatted(
                                        Dates.moment(record.approvedAt()),
                                        by == null ? "somebody who is no longer known" : by));
    }
}

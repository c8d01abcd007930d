package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.QuarantinedFiles;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.storage.FileScan;
import org.safercommunities.portal.storage.FileScans;

/** What {@link HeldFilePanel} is told, and does. */
@SpringComponent
record HeldFileServices(QuarantinedFiles files, Documents documents, FileScans scans, CurrentReader reader) {

    /** How a version stands now, for whoever looks at it. */
    FileScan scan(UUID document, int number) {
        return documents
                .find(document, reader.get())
                .flatMap(found -> found.versions().stream()
                        .filter(version -> version.number() == number)
                        .findFirst())
                .map(VersionSummary::scan)
                .orElse(FileScan.NONE);
    }

    void reload(UUID document, String done) {
        UI ui = UI.getCurrent();
        ui.navigate(DocumentAddress.page(document));
        ui.refreshCurrentRoute(false);
        Notices.on(ui).good(done);
    }
}

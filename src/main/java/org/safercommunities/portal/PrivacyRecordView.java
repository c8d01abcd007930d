package org.safercommunities.portal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.ui.FileLink;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;

/** What is held on people, why and how long, for administrators and whoever audits them. */
@Route("admin/privacy")
@PageTitle("Record of processing")
@StyleSheet("privacy.css")
@RolesAllowed("ADMINISTRATOR")
class PrivacyRecordView extends Div {

    PrivacyRecordView(PrivacyRegister register, PrivacyRecord record, CurrentReader reader) {
        add(new PageHeader("Record of processing")
                .crumb("Administration", "admin")
                .lead(
                        "What the portal holds on people, by the rules that it deletes by. UK GDPR Article 30. The table to download"
                                + " also says in which columns of the database it lies.")
                .actions(FileLink.csv("record-of-processing.csv", out -> record.write(out, reader.get()))));
        register.areas().forEach((area, rules) -> {
            PrivacyTable table = new PrivacyTable(
                    area, "What and whose", "Why and on what basis", "Who sees it", "How long, and then");
            rules.forEach(rule -> table.row(
                    rule.what() + ". " + rule.whose() + ".",
                    "So that %s. %s.".formatted(rule.why(), rule.basis().article()),
                    rule.seenBy() + ".",
                    kept(rule)));
            add(new PageSection(area, table));
        });
    }

    private static String kept(PersonalRule rule) {
        String kept = rule.keeping().inWords();
        return "%s%s, then %s. On leaving %s."
                .formatted(
                        kept.substring(0, 1).toUpperCase(java.util.Locale.UK),
                        kept.substring(1),
                        rule.then().inWords(),
                        rule.onLeaving().inWords());
    }
}

package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.library.DocumentChange;
import org.safercommunities.portal.library.DocumentHistory;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** For editors: who changed what, and when. */
class HistorySection extends Div {

    private static final int PAGE = 10;

    private final Rows rows = new Rows();
    private final LibraryWords.Names names;
    private final PersonList people;
    private int shown;

    HistorySection(
            UUID document, DocumentHistory history, LibraryWords.Names names, PersonList people, CurrentReader reader) {
        this.names = names;
        this.people = people;
        PageSection section = new PageSection("Who changed what");
        add(section);
        SecondaryButton more = new SecondaryButton("Show more", () -> {});
        more.addClickListener(click -> more.setVisible(append(history.of(document, shown, PAGE + 1, reader.get()))));
        boolean further = append(history.of(document, 0, PAGE + 1, reader.get()));
        if (shown == 0) {
            section.add(new Paragraph("Nothing was changed since it was put in."));
            return;
        }
        more.setVisible(further);
        section.add(rows, more);
    }

    /** Shows a page of them; whether there are more. */
    private boolean append(List<DocumentChange> found) {
        List<DocumentChange> page = found.subList(0, Math.min(PAGE, found.size()));
        page.forEach(change -> rows.add(Row.titled(words(change))
                .facts(Dates.moment(change.at()), change.by() == null ? "The portal" : change.by())));
        shown += page.size();
        return found.size() > page.size();
    }

    private String words(DocumentChange change) {
        String before = said(change, change.before());
        String after = said(change, change.after());
        return switch (change.what()) {
            case STATE, FILE, ORIGIN -> after;
            case DESCRIPTION -> change.what().label() + " changed";
            default ->
                "%s: %s → %s"
                        .formatted(
                                change.what().label(),
                                before.isEmpty() ? "none" : before,
                                after.isEmpty() ? "none" : after);
        };
    }

    private String said(DocumentChange change, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (change.what()) {
            case KIND -> names.kind(value);
            case TOPICS -> Arrays.stream(value.split(" ")).map(names::topic).collect(Collectors.joining(", "));
            case AUDIENCE -> AudienceWords.of(Audience.fromTokens(List.of(value.split(" "))), names);
            case REVIEW, DISPOSAL -> Dates.brief(LocalDate.parse(value));
            case VISIBLE_FROM, VISIBLE_UNTIL -> Dates.moment(Instant.parse(value));
            case OWNER ->
                people.find(UUID.fromString(value)).map(PersonSummary::name).orElse("somebody who is no longer known");
            default -> value;
        };
    }
}

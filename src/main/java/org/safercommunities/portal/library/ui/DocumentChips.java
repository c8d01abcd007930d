package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.DocumentState;
import org.safercommunities.portal.library.DocumentTerm;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.StateChip;

/** What is to be known of a document's state at a glance. */
final class DocumentChips {

    private DocumentChips() {}

    static List<Component> of(DocumentState state, DocumentTerm term, @Nullable LocalDate reviewOn, Instant now) {
        List<Component> chips = new ArrayList<>();
        Instant from = term.visibleFrom();
        Instant until = term.visibleUntil();
        if (state == DocumentState.DRAFT) {
            chips.add(StateChip.warn(Icon.FILE_PEN, "Draft"));
        } else if (state == DocumentState.WITHDRAWN) {
            chips.add(StateChip.bad(Icon.FILE_X, "Withdrawn"));
        } else if (from != null && from.isAfter(now)) {
            chips.add(StateChip.info(Icon.CALENDAR_CLOCK, "Visible from " + Dates.moment(from)));
        } else if (until != null && !until.isAfter(now)) {
            chips.add(StateChip.warn("Expired " + Dates.moment(until)));
        }
        if (state == DocumentState.PUBLISHED) {
            stale(reviewOn).ifPresent(chips::add);
        }
        return chips;
    }

    /** That nobody has looked since the day on which somebody should have. */
    static java.util.Optional<Component> stale(@Nullable LocalDate reviewOn) {
        return reviewOn == null || reviewOn.isAfter(Dates.today())
                ? java.util.Optional.empty()
                : java.util.Optional.of(StateChip.warn(Icon.HOURGLASS, "May be out of date"));
    }
}

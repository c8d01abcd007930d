package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.StateWords;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.StateChip;

/** How a place stands, as a chip. */
final class EventDeskChips {

    private EventDeskChips() {}

    static Component of(PlaceState state, @Nullable Integer position) {
        String words = StateWords.of(state);
        return switch (state) {
            case CONFIRMED -> StateChip.good(words);
            case OFFERED -> StateChip.warn(words);
            case AWAITING_APPROVAL -> StateChip.warn(Icon.HOURGLASS, words);
            case WAITING -> StateChip.info(Icon.CLOCK, position == null ? words : words + ", number " + position);
            default -> StateChip.bad(Icon.CIRCLE_X, words);
        };
    }
}

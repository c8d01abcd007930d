package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.DeskTally;

/** How the event stands: its places, what is next, who is coming. Drawn anew where it stands when places change. */
class EventDeskOverview extends Div {

    private final Div beside = new Div();
    private final Div places = new Div();
    private final Div next = new Div();
    private final Div coming = new Div();
    private @Nullable DeskTally shown;
    private String tasks = "";

    EventDeskOverview() {
        beside.addClassName("sc-desk-overview");
        beside.add(places, next);
        add(beside, coming);
    }

    void show(DeskTally tally, Component whatIsNext) {
        if (!tally.equals(shown)) {
            shown = tally;
            places.removeAll();
            places.add(EventDeskBars.places(tally));
            coming.removeAll();
            coming.add(EventDeskBars.agencies(tally));
        }
        // Somebody may stand on one of its links
        String words = whatIsNext.getElement().getTextRecursively();
        if (!words.equals(tasks)) {
            tasks = words;
            next.removeAll();
            next.add(whatIsNext);
        }
    }
}

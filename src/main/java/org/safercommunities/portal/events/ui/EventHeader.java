package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.stream.Collectors;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.PoolFigures;
import org.safercommunities.portal.events.SessionDetails;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.DateTile;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.StateChip;

/** Which event it is, when it is, and how to come to it. */
class EventHeader extends Div {

    EventHeader(EventDetails event) {
        addClassName("sc-event-header");
        PageHeader header = new PageHeader(event.title())
                .crumb("Events", EventAddress.LIST)
                .crumb(
                        event.kind().inWords(),
                        EventAddress.LIST + "?kind=" + event.kind().slug());
        Paragraph when =
                new Paragraph(Dates.span(event.rules().startsAt(), event.rules().endsAt()));
        when.addClassName("sc-event-when");
        Div ways = new Div();
        ways.addClassName("sc-event-ways");
        if (event.state() == EventState.CANCELLED) {
            ways.add(StateChip.bad(Icon.CIRCLE_X, "Cancelled"));
        }
        Set<Mode> modes = modes(event);
        if (modes.contains(Mode.IN_PERSON)) {
            ways.add(fact(Icon.MAP_PIN, venue(event)));
        }
        if (modes.contains(Mode.ONLINE)) {
            ways.add(fact(Icon.VIDEO, Mode.ONLINE.label()));
        }
        header.facts(when, ways);
        add(new DateTile(event.rules().startsAt().atZone(Dates.KENT).toLocalDate()), header);
    }

    static Set<Mode> modes(EventDetails event) {
        return event.sessions().stream()
                .flatMap(session -> session.pools().stream())
                .map(PoolFigures::mode)
                .collect(Collectors.toSet());
    }

    private static String venue(EventDetails event) {
        return event.sessions().stream()
                .map(SessionDetails::venue)
                .map(venue -> venue.name())
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(Mode.IN_PERSON.label());
    }

    private static Component fact(Icon icon, String words) {
        Span fact = new Span(icon.create(), new Span(words));
        fact.addClassName("sc-event-way");
        return fact;
    }
}

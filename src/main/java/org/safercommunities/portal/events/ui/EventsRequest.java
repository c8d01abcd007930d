package org.safercommunities.portal.events.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.EventFilter;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.shared.Dates;

/**
 * Which events the list shows and how, as its address says it, so that the address can be kept and shared.
 *
 * @param month the month shown as a calendar; null for anything but the calendar
 */
record EventsRequest(
        Show show,
        @Nullable YearMonth month,
        @Nullable String topic,
        @Nullable EventKind kind,
        @Nullable Mode mode,
        boolean withPlaces) {

    /** The ways to look at events. */
    enum Show {
        UPCOMING("Upcoming"),
        MONTH("Month"),
        PAST("Past"),
        DRAFTS("Drafts");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static EventsRequest of(QueryParameters address) {
        Show show = Arrays.stream(Show.values())
                .filter(each ->
                        slug(each).equals(address.getSingleParameter("show").orElse("")))
                .findFirst()
                .orElse(Show.UPCOMING);
        String kind = address.getSingleParameter("kind").orElse("");
        String mode = address.getSingleParameter("mode").orElse("");
        return new EventsRequest(
                show,
                show == Show.MONTH ? month(address.getSingleParameter("month").orElse("")) : null,
                address.getSingleParameter("topic")
                        .filter(topic -> !topic.isBlank())
                        .orElse(null),
                Arrays.stream(EventKind.values())
                        .filter(each -> each.slug().equals(kind))
                        .findFirst()
                        .orElse(null),
                Arrays.stream(Mode.values())
                        .filter(each -> slug(each).equals(mode))
                        .findFirst()
                        .orElse(null),
                address.getSingleParameter("places").isPresent());
    }

    QueryParameters address() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (show != Show.UPCOMING) {
            parameters.put("show", slug(show));
        }
        if (month != null) {
            parameters.put("month", month.toString());
        }
        if (topic != null) {
            parameters.put("topic", topic);
        }
        if (kind != null) {
            parameters.put("kind", kind.slug());
        }
        if (mode != null) {
            parameters.put("mode", slug(mode));
        }
        if (withPlaces) {
            parameters.put("places", "yes");
        }
        return QueryParameters.simple(parameters);
    }

    /** The whole address, for a link. */
    String link() {
        String query = address().getQueryString();
        return query.isEmpty() ? EventAddress.LIST : EventAddress.LIST + "?" + query;
    }

    EventFilter filter(Instant now) {
        EventFilter some = switch (show) {
            case UPCOMING -> EventFilter.upcoming(now);
            case PAST -> EventFilter.past(now);
            case DRAFTS -> EventFilter.drafts();
            case MONTH -> {
                YearMonth shown = monthOrNow();
                yield EventFilter.upcoming(now).between(start(shown), start(shown.plusMonths(1)));
            }
        };
        return some.about(topic, kind, mode, withPlaces);
    }

    YearMonth monthOrNow() {
        return month == null ? YearMonth.from(Dates.today()) : month;
    }

    EventsRequest showing(Show other) {
        return new EventsRequest(other, other == Show.MONTH ? monthOrNow() : null, topic, kind, mode, withPlaces);
    }

    EventsRequest in(YearMonth other) {
        return new EventsRequest(Show.MONTH, other, topic, kind, mode, withPlaces);
    }

    EventsRequest about(
            @Nullable String newTopic, @Nullable EventKind newKind, @Nullable Mode newMode, boolean places) {
        return new EventsRequest(show, month, newTopic, newKind, newMode, places);
    }

    EventsRequest unfiltered() {
        return about(null, null, null, false);
    }

    boolean isFiltered() {
        return topic != null || kind != null || mode != null || withPlaces;
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(Dates.KENT).toInstant();
    }

    private static YearMonth month(String typed) {
        try {
            YearMonth month = YearMonth.parse(typed);
            return month.getYear() < 2000 || month.getYear() > 2999 ? YearMonth.from(Dates.today()) : month;
        } catch (DateTimeException noMonth) {
            return YearMonth.from(Dates.today());
        }
    }

    private static String slug(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

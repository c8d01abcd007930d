package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.library.Topics.Topic;
import org.safercommunities.portal.shared.ui.FilterLine;

/** What narrows the list of events. */
class EventFilters extends Div {

    private final Consumer<EventsRequest> ask;
    private final List<Topic> topics;
    private final Select<Topic> topic;
    private final Select<EventKind> kind = select("Kind", "All kinds", List.of(EventKind.values()), EventKind::inWords);
    private final Select<Mode> mode =
            select("Taking part", "In the room or online", List.of(Mode.values()), Mode::label);
    private final Checkbox places = new Checkbox("With places left");
    private EventsRequest shown = EventsRequest.of(com.vaadin.flow.router.QueryParameters.empty());

    EventFilters(List<Topic> topics, Consumer<EventsRequest> ask) {
        this.topics = topics;
        this.ask = ask;
        topic = select("Topic", "All topics", topics, Topic::name);
        List.of(topic, kind, mode).forEach(field -> field.addValueChangeListener(this::changed));
        places.addValueChangeListener(this::changed);
        Div box = new Div(places);
        box.addClassName("sc-places-box");
        FilterLine line = new FilterLine(topic, kind, mode, box);
        line.addClassName("sc-event-filters");
        add(line);
    }

    void show(EventsRequest request) {
        shown = request;
        topic.setValue(topics.stream()
                .filter(each -> each.slug().equals(request.topic()))
                .findFirst()
                .orElse(null));
        kind.setValue(request.kind());
        mode.setValue(request.mode());
        places.setValue(request.withPlaces());
    }

    private void changed(AbstractField.ComponentValueChangeEvent<?, ?> event) {
        if (event.isFromClient()) {
            Topic about = topic.getValue();
            ask.accept(shown.about(
                    about == null ? null : about.slug(), kind.getValue(), mode.getValue(), places.getValue()));
        }
    }

    private static <T> Select<T> select(String label, String all, List<T> items, Function<T, String> words) {
        Select<T> select = new Select<>();
        select.setLabel(label);
        select.setItems(items);
        select.setItemLabelGenerator(item -> item == null ? all : words.apply(item));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(all);
        return select;
    }
}

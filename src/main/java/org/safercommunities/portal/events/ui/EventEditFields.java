package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.ui.AudienceChoices;
import org.safercommunities.portal.agencies.ui.AudienceFields;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.PoolFigures;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.PageSection;

/** Everything that is planned of an event. */
class EventEditFields extends Div {

    final TextField title = new TextField("Title");
    final TextArea description = new TextArea("What it is about");
    private final Select<EventKind> kind = new Select<>();
    private final MultiSelectComboBox<Topics.Topic> topics = new MultiSelectComboBox<>("Topics");
    private final List<Topics.Topic> known;
    private final List<AgencySummary> agencies;
    private final EventEditBlocks<EventEditSession> sessions;
    private final EventEditRules rules = new EventEditRules();
    private final AudienceFields audience;
    private Runnable changed = () -> {};

    EventEditFields(Topics topicList, AudienceChoices choices, Reader reader) {
        known = topicList.current();
        agencies = choices.agencies();
        audience = new AudienceFields(
                "Who may see and book it",
                choices,
                reader.groupIds(),
                "You run the event only if another part of the audience includes you, once it is published.");
        sessions = new EventEditBlocks<>("Session", 1, true, () -> watched(new EventEditSession(agencies)));
        title.setMaxLength(250);
        title.setWidthFull();
        title.setRequiredIndicatorVisible(true);
        kind.setLabel("Kind");
        kind.setItems(EventKind.values());
        kind.setItemLabelGenerator(EventKind::inWords);
        kind.setValue(EventKind.INFORMATION_SESSION);
        description.setMaxLength(20_000);
        description.setMinRows(4);
        description.setWidthFull();
        description.setHelperText("What people will take away, and for whom it is. Markdown works.");
        topics.setItems(known);
        topics.setItemLabelGenerator(Topics.Topic::name);
        topics.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        topics.setWidthFull();
        add(
                new PageSection("What it is", new FormColumn(title, kind, description, topics)),
                new PageSection("When, where and how many", sessions),
                new PageSection("How places are booked", rules),
                new PageSection("Who it is for", new FormColumn(audience)));
    }

    void fresh() {
        sessions.add(watched(new EventEditSession(agencies)));
    }

    private EventEditSession watched(EventEditSession session) {
        session.whenChanged(() -> changed.run());
        return session;
    }

    /** Keeps what is typed in the browser. */
    void keep(Component view, String form) {
        EventEditTyped typed = new EventEditTyped(Map.of("title", title, "about", description), sessions, this::fresh);
        changed = typed.keep(view, form);
        sessions.whenChanged(changed);
    }

    void show(EventPlan plan) {
        title.setValue(plan.title());
        kind.setValue(plan.kind());
        description.setValue(plan.description());
        topics.setValue(known.stream()
                .filter(topic -> plan.topics().contains(topic.slug()))
                .collect(Collectors.toSet()));
        plan.sessions().forEach(session -> sessions.add(watched(EventEditSession.of(session, agencies))));
        rules.show(plan);
        audience.show(plan.audience());
    }

    EventEditSession firstSession() {
        return sessions.blocks().getFirst();
    }

    /** Null when something is wrong, which then stands at its field. */
    @Nullable
    EventPlan plan(EventEditFaults faults) {
        List<@Nullable SessionPlan> planned =
                sessions.blocks().stream().map(each -> each.plan(faults)).toList();
        Optional<Audience> forWhom = audience.audience();
        if (forWhom.isEmpty()) {
            faults.at(audience.firstField(), "Choose at least one agency, group or person, or everyone");
        }
        if (title.isEmpty()) {
            faults.at(title, "Enter a title of at most 250 characters");
        }
        // Asked by themselves, so that each stands at its own field beside the faults of the sessions
        faults.part(() -> Optional.ofNullable(rules.opens.moment()), rules.fields(), title);
        faults.part(() -> Optional.ofNullable(rules.closes.moment()), rules.fields(), title);
        faults.part(() -> Optional.ofNullable(rules.cancelUntil.moment()), rules.fields(), title);
        if (faults.any()) {
            return null;
        }
        return faults.part(
                () -> new EventPlan(
                        title.getValue(),
                        kind.getValue(),
                        description.getValue(),
                        topics.getValue().stream().map(Topics.Topic::slug).collect(Collectors.toSet()),
                        forWhom.orElseThrow(),
                        rules.opens.moment(),
                        rules.closes.moment(),
                        rules.cancelUntil.moment(),
                        rules.approval.getValue(),
                        rules.offerHours.getValue() == null ? 0 : rules.offerHours.getValue(),
                        rules.reminders.getValue(),
                        rules.asksDietary.getValue(),
                        rules.asksAccess.getValue(),
                        planned.stream().map(Objects::requireNonNull).toList()),
                fields(),
                title);
    }

    /** What was refused when it was to be written down, at the session it is about where that can be told. */
    void refused(InvalidEvent invalid, @Nullable EventDetails now, EventEditFaults faults) {
        Component field = fields().getOrDefault(invalid.field(), title);
        if (invalid.field().equals("capacity") && now != null) {
            field = tooSmall(now).orElse(field);
        }
        faults.at(field, invalid.getMessage());
    }

    private Optional<Component> tooSmall(EventDetails now) {
        for (EventEditSession session : sessions.blocks()) {
            for (PoolFigures pool : now.sessions().stream()
                    .filter(each -> each.id().equals(session.id()))
                    .flatMap(each -> each.pools().stream())
                    .toList()) {
                if (session.planned(pool.mode()) < pool.taken()) {
                    return Optional.of(
                            pool.mode() == org.safercommunities.portal.events.Mode.ONLINE
                                    ? session.online
                                    : session.room);
                }
            }
        }
        return Optional.empty();
    }

    private Map<String, Component> fields() {
        Map<String, Component> fields = new HashMap<>(rules.fields());
        fields.put("title", title);
        fields.put("description", description);
        fields.put("topics", topics);
        fields.put("sessions", firstSession().title);
        fields.put("capacity", firstSession().room);
        fields.put("allocations", firstSession().room);
        return fields;
    }
}

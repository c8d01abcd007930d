package org.safercommunities.portal;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PeopleDirectory;
import org.safercommunities.portal.agencies.PersonFile;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.audit.AuditFilter;
import org.safercommunities.portal.audit.AuditResult;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.FilterLine;

/** What the audit trail is narrowed by. Each field stands in the address under its own name. */
class AuditFields extends FilterLine {

    /** Kinds of things by the beginning of their subject. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("agency:", "Agencies");
        KINDS.put("person:", "People");
        KINDS.put("group:", "Groups");
        KINDS.put("document:", "Documents");
        KINDS.put("pack:", "Packs");
        KINDS.put("event:", "Events");
        KINDS.put("bulletin:", "Bulletins");
        KINDS.put("address:", "Addresses");
    }

    private final ComboBox<PersonSummary> person = new ComboBox<>("Who");
    private final ComboBox<AgencySummary> agency = new ComboBox<>("From which agency");
    private final ComboBox<String> action = new ComboBox<>("What was done");
    private final Select<String> kind = new Select<>();
    private final Select<AuditResult> result = new Select<>();
    private final DatePicker from = new DatePicker("From");
    private final DatePicker until = new DatePicker("Until");
    private final PeopleDirectory people;
    private final CurrentReader reader;
    private final Map<String, String> actions;
    private final List<AgencySummary> all;

    AuditFields(
            Map<String, String> actions,
            Agencies agencies,
            PeopleDirectory people,
            CurrentReader reader,
            Runnable narrowed) {
        this.people = people;
        this.reader = reader;
        this.actions = actions;
        this.all = agencies.all();
        person.setItemsWithFilterConverter(
                query ->
                        people
                                .search(
                                        query.getFilter().orElse(""),
                                        null,
                                        query.getOffset(),
                                        query.getLimit(),
                                        reader.get())
                                .stream(),
                text -> text);
        person.setItemLabelGenerator(PersonSummary::name);
        person.setPlaceholder("Anybody");
        agency.setItems(all);
        agency.setItemLabelGenerator(AgencySummary::name);
        agency.setPlaceholder("Any");
        action.setItems(actions.keySet().stream()
                .sorted(Comparator.comparing(actions::get))
                .toList());
        action.setItemLabelGenerator(each -> actions.getOrDefault(each, each));
        action.setPlaceholder("Anything");
        List.of(person, agency, action).forEach(field -> field.setClearButtonVisible(true));
        kind.setLabel("To what");
        kind.setItems(KINDS.keySet());
        kind.setItemLabelGenerator(each -> each == null ? "Anything" : KINDS.getOrDefault(each, each));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption("Anything");
        result.setLabel("Result");
        result.setItems(AuditResult.values());
        result.setItemLabelGenerator(each -> each == AuditResult.REFUSED ? "Refused" : each == null ? "Any" : "Done");
        result.setEmptySelectionAllowed(true);
        result.setEmptySelectionCaption("Any");
        List.of(from, until).forEach(field -> {
            field.setLocale(java.util.Locale.UK);
            field.setClearButtonVisible(true);
        });
        List.<HasValue<?, ?>>of(person, agency, action, kind, result, from, until)
                .forEach(field -> field.addValueChangeListener(event -> narrowed.run()));
        addClassName("sc-audit-fields");
        add(person, agency, action, kind, result, from, until);
    }

    /** Takes over what an address says; what it cannot mean is left out. */
    void set(QueryParameters query) {
        query.getSingleParameter("actor")
                .flatMap(AuditFields::uuid)
                .flatMap(id -> people.open(id, reader.get()))
                .map(PersonFile::person)
                .ifPresent(person::setValue);
        query.getSingleParameter("agency")
                .flatMap(slug ->
                        all.stream().filter(one -> one.slug().equals(slug)).findFirst())
                .ifPresent(agency::setValue);
        query.getSingleParameter("action").filter(actions::containsKey).ifPresent(action::setValue);
        query.getSingleParameter("kind").filter(KINDS::containsKey).ifPresent(kind::setValue);
        query.getSingleParameter("result")
                .flatMap(word -> List.of(AuditResult.values()).stream()
                        .filter(one -> one.word().equals(word))
                        .findFirst())
                .ifPresent(result::setValue);
        query.getSingleParameter("from").flatMap(AuditFields::day).ifPresent(from::setValue);
        query.getSingleParameter("until").flatMap(AuditFields::day).ifPresent(until::setValue);
    }

    /** For the address. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(
                values,
                "actor",
                person.getValue() == null ? null : person.getValue().id());
        put(
                values,
                "agency",
                agency.getValue() == null ? null : agency.getValue().slug());
        put(values, "action", action.getValue());
        put(values, "kind", kind.getValue());
        put(
                values,
                "result",
                result.getValue() == null ? null : result.getValue().word());
        put(values, "from", from.getValue());
        put(values, "until", until.getValue());
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    /** @param subject one thing that is asked for in place of a kind; null when none is */
    AuditFilter filter(@Nullable String subject) {
        return new AuditFilter(
                subject != null ? subject : kind.getValue(),
                action.getValue(),
                person.getValue() == null ? null : person.getValue().id(),
                agency.getValue() == null ? null : agency.getValue().slug(),
                result.getValue(),
                start(from.getValue()),
                // The day itself belongs to it
                start(until.getValue() == null ? null : until.getValue().plusDays(1)));
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Dates.KENT).toInstant();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}

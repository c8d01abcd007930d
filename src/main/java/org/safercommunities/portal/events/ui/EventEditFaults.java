package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.shared.ui.ErrorSummary;

/** What is wrong with a form, collected over all its parts: each fault at its field, and all of them in the summary. */
class EventEditFaults {

    private final ErrorSummary summary;
    private final List<ErrorSummary.Fault> faults = new ArrayList<>();
    private final List<HasValidation> marked = new ArrayList<>();

    EventEditFaults(ErrorSummary summary) {
        this.summary = summary;
    }

    /** Forgets what was wrong before. */
    void clear() {
        marked.forEach(field -> field.setInvalid(false));
        marked.clear();
        faults.clear();
    }

    /**
     * Makes a part of the plan; null when it cannot be made, and then its fault stands at the field.
     *
     * @param fields by the names of {@link InvalidEvent#field()}
     * @param otherwise where a fault of any other field stands
     */
    <T> @Nullable T part(Supplier<T> part, Map<String, Component> fields, Component otherwise) {
        try {
            return part.get();
        } catch (InvalidEvent invalid) {
            at(fields.getOrDefault(invalid.field(), otherwise), invalid.getMessage());
            return null;
        }
    }

    void at(Component field, String message) {
        if (field instanceof HasValidation valid) {
            valid.setErrorMessage(message);
            valid.setInvalid(true);
            marked.add(valid);
        }
        faults.add(
                field instanceof Focusable<?> focusable
                        ? new ErrorSummary.Fault(message, focusable)
                        : ErrorSummary.Fault.atChoices(message, field));
    }

    boolean any() {
        return !faults.isEmpty();
    }

    void show() {
        summary.show(faults);
    }
}

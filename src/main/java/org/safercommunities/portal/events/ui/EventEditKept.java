package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.events.Allocation;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.Mode;

/** Places kept for one agency. */
class EventEditKept extends Div {

    final IntegerField minimum = new IntegerField("Kept");
    private final ComboBox<AgencySummary> agency = new ComboBox<>("Agency");
    private final Select<Mode> mode = new Select<>();
    private final IntegerField maximum = new IntegerField("At most");
    private final EventEditMoment release =
            new EventEditMoment("Open to all from", "Empty: when booking closes.", "release");

    EventEditKept(List<AgencySummary> agencies) {
        addClassName("sc-event-line");
        agency.addClassName("sc-grows");
        minimum.addClassName("sc-number");
        maximum.addClassName("sc-number");
        agency.setItems(agencies);
        agency.setItemLabelGenerator(AgencySummary::name);
        mode.setLabel("Where");
        mode.setItems(Mode.values());
        mode.setItemLabelGenerator(Mode::label);
        mode.setValue(Mode.IN_PERSON);
        minimum.setMin(0);
        maximum.setMin(1);
        add(agency, mode, minimum, maximum, release);
    }

    static EventEditKept of(Allocation kept, List<AgencySummary> agencies) {
        EventEditKept line = new EventEditKept(agencies);
        agencies.stream()
                .filter(each -> each.slug().equals(kept.agency()))
                .findFirst()
                .ifPresent(line.agency::setValue);
        line.mode.setValue(kept.mode() == null ? Mode.IN_PERSON : kept.mode());
        line.minimum.setValue(kept.minimum());
        line.maximum.setValue(kept.maximum());
        line.release.show(kept.releaseAt());
        return line;
    }

    @Nullable
    Allocation allocation(EventEditFaults faults) {
        return faults.part(this::allocation, Map.of("agency", agency, "release", release.date), minimum);
    }

    private Allocation allocation() {
        if (agency.getValue() == null) {
            throw new InvalidEvent("agency", "Choose the agency, or take this line out");
        }
        return new Allocation(
                agency.getValue().slug(),
                mode.getValue(),
                minimum.getValue() == null ? 0 : minimum.getValue(),
                maximum.getValue(),
                release.moment());
    }
}

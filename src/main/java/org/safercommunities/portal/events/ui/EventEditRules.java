package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.shared.ui.FormColumn;

/** The rules by which places are booked. */
class EventEditRules extends FormColumn {

    final EventEditMoment opens = new EventEditMoment("Booking opens", "Empty: as soon as it is published.", "opens");
    final EventEditMoment closes = new EventEditMoment("Booking closes", "Empty: when each session starts.", "closes");
    final EventEditMoment cancelUntil =
            new EventEditMoment("Places can be given up until", "Empty: until each session starts.", "cancelUntil");
    final Checkbox approval = new Checkbox("Each booking waits for approval, with the place held");
    final IntegerField offerHours = new IntegerField("An offered place is held for, working hours");
    final CheckboxGroup<Integer> reminders = new CheckboxGroup<>("Reminders before each session");
    final Checkbox asksDietary = new Checkbox("Ask what people cannot eat");
    final Checkbox asksAccess = new Checkbox("Ask what people need to take part");

    EventEditRules() {
        offerHours.setHelperText("Monday to Friday, 9am to 5pm, bank holidays left out.");
        offerHours.setValue(EventPlan.OFFER_HOURS);
        approval.setHelperText("By the coordinator of their agency, or by the team.");
        items(Set.of(28, 14, 7, 3, 1));
        reminders.setValue(EventPlan.REMINDER_DAYS);
        asksAccess.setValue(true);
        add(opens, closes, cancelUntil, approval, offerHours, reminders, asksDietary, asksAccess);
    }

    private void items(Set<Integer> days) {
        reminders.setItems(new TreeSet<>(days).descendingSet());
        reminders.setItemLabelGenerator(each -> each == 1
                ? "A day before"
                : each % 7 == 0 ? each == 7 ? "A week before" : each / 7 + " weeks before" : each + " days before");
    }

    void show(EventPlan plan) {
        opens.show(plan.opens());
        closes.show(plan.closes());
        cancelUntil.show(plan.cancelUntil());
        approval.setValue(plan.approval());
        offerHours.setValue(plan.offerHours());
        Set<Integer> days = new TreeSet<>(plan.reminderDays());
        days.addAll(Set.of(28, 14, 7, 3, 1));
        items(days);
        reminders.setValue(plan.reminderDays());
        asksDietary.setValue(plan.asksDietary());
        asksAccess.setValue(plan.asksAccess());
    }

    Map<String, Component> fields() {
        return Map.of(
                "opens", opens.date,
                "closes", closes.date,
                "registration", closes.date,
                "cancelUntil", cancelUntil.date,
                "offerHours", offerHours,
                "reminderDays", reminders);
    }
}

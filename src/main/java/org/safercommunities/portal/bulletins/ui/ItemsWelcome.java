package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;

/** Until when agencies may offer items for this bulletin; kept as soon as it is chosen. */
final class ItemsWelcome extends Div {

    private final OfferServices services;
    private final UUID bulletin;
    private final DateTimePicker until = new DateTimePicker("Items are welcome until");
    private final LiveText said = new LiveText("");

    ItemsWelcome(OfferServices services, UUID bulletin) {
        this.services = services;
        this.bulletin = bulletin;
        addClassName("sc-stack");
        until.setLocale(Locale.UK);
        until.setStep(Duration.ofMinutes(30));
        until.setDateAriaLabel("Items are welcome until, date");
        until.setTimeAriaLabel("Items are welcome until, time");
        until.setHelperText("Agencies are reminded before; leave it empty to take none");
        services.calls().deadline(bulletin).ifPresent(now -> until.setValue(local(now)));
        until.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keep(change.getValue());
            }
        });
        add(until, said, LinkButton.quiet(OfferPage.LIST, "See what is offered"));
    }

    private void keep(@Nullable LocalDateTime chosen) {
        until.setInvalid(false);
        said.setText("");
        try {
            services.calls()
                    .set(
                            bulletin,
                            chosen == null ? null : chosen.atZone(Dates.KENT).toInstant(),
                            services.reader());
            said.setText(
                    chosen == null
                            ? "No more items are taken for it."
                            : "Agencies see it: welcome until %s."
                                    .formatted(Dates.moment(
                                            chosen.atZone(Dates.KENT).toInstant())));
        } catch (InvalidBulletin refused) {
            until.setErrorMessage(refused.getMessage());
            until.setInvalid(true);
        }
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, Dates.KENT);
    }
}

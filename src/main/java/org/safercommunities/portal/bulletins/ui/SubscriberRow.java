package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.SubscriberSummary;
import org.safercommunities.portal.bulletins.SubscriptionChoice;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.StateChip;

/** How a subscriber is told in a line. */
final class SubscriberRow {

    private SubscriberRow() {}

    /** @param act ends the subscription, or erases one that has been ended */
    static Row of(SubscriberSummary subscriber, Map<String, String> topicNames, boolean reached, Runnable act) {
        boolean named = !subscriber.name().isEmpty();
        Row row = Row.titled(named ? subscriber.name() : subscriber.email())
                .icon(subscriber.account() ? Icon.USER : Icon.MAIL)
                .facts(
                        named ? subscriber.email() : "",
                        subscriber.agency(),
                        subscriber.account() ? "has an account" : "no account")
                .facts(
                        subscriber.choice().kinds().stream()
                                .sorted()
                                .map(SubscriberRow::label)
                                .collect(Collectors.joining(", ")),
                        topics(subscriber.choice(), topicNames),
                        "%s, %s".formatted(subscriber.basis(), Dates.brief(subscriber.since())));
        row.chips(chips(subscriber, reached));
        String who = named ? subscriber.name() : subscriber.email();
        boolean ended = subscriber.ended() != null;
        QuietButton button = new QuietButton(ended ? "Erase" : "End", act);
        button.setAriaLabel((ended ? "Erase what is held on " : "End the subscription of ") + who);
        return row.action(button);
    }

    static String label(BulletinKind kind) {
        return switch (kind) {
            case E_BULLETIN -> "E-bulletin";
            case NEWSLETTER -> "Newsletter";
        };
    }

    private static String topics(SubscriptionChoice choice, Map<String, String> names) {
        return choice.topics().isEmpty()
                ? "every topic"
                : choice.topics().stream()
                        .map(slug -> names.getOrDefault(slug, slug))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static Component[] chips(SubscriberSummary subscriber, boolean reached) {
        List<Component> chips = new ArrayList<>();
        if (subscriber.ended() != null) {
            chips.add(StateChip.warn(
                    Icon.USER_X,
                    (subscriber.endedBySelf() ? "Unsubscribed " : "Ended ") + Dates.brief(subscriber.ended())));
        } else if (!reached) {
            chips.add(StateChip.warn(
                    Icon.USER_X,
                    subscriber.account()
                            ? "Their membership or agency has ended"
                            : "Address no longer allowed, or theirs who left"));
        }
        return chips.toArray(Component[]::new);
    }
}

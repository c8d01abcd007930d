package org.safercommunities.portal.notifications.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.notifications.MailLedger;
import org.safercommunities.portal.notifications.MailLine;
import org.safercommunities.portal.notifications.MailState;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FilterLine;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** What became of every mail of the last ninety days; what the mail says is not shown. */
@Route("admin/mail")
@PageTitle("Mail")
@Menu(title = "Mail", order = 380, icon = "mail")
@RolesAllowed("ADMINISTRATOR")
class MailView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 50;
    private static final Set<MailState> SENT_AGAIN =
            EnumSet.of(MailState.FAILED, MailState.UNCERTAIN, MailState.BOUNCED);

    private record Choice(@Nullable MailState state, String label) {}

    private final MailLedger ledger;
    private final CurrentReader currentReader;
    private final Select<Choice> states = new Select<>();
    private final LiveText count = new LiveText("");
    private final Div list = new Div();
    private int shown = PAGE;

    MailView(MailLedger ledger, CurrentReader currentReader) {
        this.ledger = ledger;
        this.currentReader = currentReader;
        states.setLabel("Show");
        states.setItemLabelGenerator(Choice::label);
        states.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                shown = PAGE;
                show();
            }
        });
        add(
                new PageHeader("Mail")
                        .lead(
                                "Everything the portal sent in the last ninety days or is about to send. What a mail says is not "
                                        + "shown here.")
                        .actions(new SecondaryButton("Look again", Icon.REFRESH_CW, this::show)),
                new FilterLine(states),
                count,
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("state")
                .orElse("");
        MailState state = Arrays.stream(MailState.values())
                .filter(each -> each.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElse(null);
        choices(state);
        show();
    }

    private void choices(@Nullable MailState chosen) {
        Map<MailState, Integer> counts = ledger.counts(currentReader.get());
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(
                null,
                "All (%,d)"
                        .formatted(counts.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())));
        counts.forEach((state, mails) ->
                choices.add(new Choice(state, "%s (%,d)".formatted(MailRow.word(state), mails))));
        states.setItems(choices);
        choices.stream().filter(choice -> choice.state() == chosen).findFirst().ifPresent(states::setValue);
    }

    private void show() {
        Choice choice = states.getValue();
        MailState state = choice == null ? null : choice.state();
        choices(state);
        List<MailLine> mails = ledger.newest(state, 0, shown + 1, currentReader.get());
        boolean more = mails.size() > shown;
        List<MailLine> page = more ? mails.subList(0, shown) : mails;
        String which = state == null ? "" : ", " + MailRow.word(state).toLowerCase(Locale.ROOT);
        count.setText((page.size() == 1 ? "1 mail" : page.size() + (more ? " newest mails" : " mails")) + which);
        list.removeAll();
        if (page.isEmpty()) {
            list.add(new EmptyState(Icon.MAIL_OPEN, "No mail here", "Nothing in this state in the last ninety days."));
            return;
        }
        list.add(new Rows(page.stream().map(this::row).toList()));
        if (more) {
            list.add(new SecondaryButton("Show more", () -> {
                shown += PAGE;
                show();
            }));
        }
    }

    private Row row(MailLine mail) {
        List<Component> actions = new ArrayList<>();
        if (SENT_AGAIN.contains(mail.state())) {
            QuietButton again = new QuietButton("Send again", Icon.SEND, () -> sendAgain(mail));
            again.setAriaLabel("Send again: " + mail.why() + ", to " + mail.toAddress());
            actions.add(again);
        }
        if (mail.state() == MailState.UNCERTAIN || (mail.state() == MailState.PENDING && mail.attempts() > 0)) {
            QuietButton giveUp = new QuietButton("Give up", Icon.X, () -> giveUp(mail));
            giveUp.setAriaLabel("Give up: " + mail.why() + ", to " + mail.toAddress());
            actions.add(giveUp);
        }
        return MailRow.of(mail, actions.toArray(Component[]::new));
    }

    private void sendAgain(MailLine mail) {
        if (mail.state() == MailState.UNCERTAIN) {
            ConfirmQuestion.ask(
                    "Send this mail again?",
                    "It may have arrived already. Mail programs can tell that it is the same mail; some show it twice.",
                    "Send again",
                    () -> decided(ledger.sendAgain(mail.id(), currentReader.get()), "The mail is on its way again."));
        } else {
            decided(ledger.sendAgain(mail.id(), currentReader.get()), "The mail is on its way again.");
        }
    }

    private void giveUp(MailLine mail) {
        ConfirmQuestion.ask(
                "Give this mail up?",
                "It is not tried any more. You can still have it sent again later.",
                "Give up",
                () -> decided(ledger.giveUp(mail.id(), currentReader.get()), "The mail is given up."));
    }

    private void decided(boolean changed, String done) {
        Notices notices = Notices.on(UI.getCurrent());
        if (changed) {
            notices.good(done);
        } else {
            notices.say("Its state has changed meanwhile; look at it once more.");
        }
        show();
    }
}

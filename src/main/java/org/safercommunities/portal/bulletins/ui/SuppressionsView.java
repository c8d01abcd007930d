package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.notifications.MailDomains;
import org.safercommunities.portal.notifications.Suppression;
import org.safercommunities.portal.notifications.Suppressions;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FilterLine;
import org.safercommunities.portal.shared.ui.GrowingRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.ReasonDialog;
import org.safercommunities.portal.shared.ui.Row;

/** Addresses that were refused for good, with the way back, and how much mail a domain gets. */
@Route("bulletins/suppressions")
@PageTitle("Refused addresses")
@RolesAllowed({"EDITOR", "ADMINISTRATOR"})
class SuppressionsView extends Div {

    private final Suppressions suppressions;
    private final CurrentReader reader;
    private final TextField search = new TextField("Email address");
    private final LiveText count = new LiveText("");
    private final Div list = new Div();

    SuppressionsView(Suppressions suppressions, MailDomains domains, CurrentReader reader) {
        this.suppressions = suppressions;
        this.reader = reader;
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(160);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        list.addClassName("sc-section");
        add(
                new PageHeader("Refused addresses")
                        .crumb("Subscribers", "bulletins/subscribers")
                        .lead(
                                "A mail server has said that there is no such mailbox. Bulletins leave these addresses out, until you"
                                        + " know that one works again. A person’s own mail, about a booking for instance, is still tried."),
                new FilterLine(search),
                count,
                list,
                new MailDomainsSection(domains, reader));
        show();
    }

    private void show() {
        String text = search.getValue();
        int total = suppressions.count(text, reader.get());
        count.setText(total == 1 ? "1 address" : "%,d addresses".formatted(total));
        list.removeAll();
        list.add(
                total > 0
                        ? new GrowingRows(
                                total,
                                (offset, limit) -> suppressions.search(text, offset, limit, reader.get()).stream()
                                        .map(this::row)
                                        .toList())
                        : text.isBlank()
                                ? new EmptyState(
                                        Icon.CIRCLE_CHECK, "No address is refused", "Everybody can be written to.")
                                : new EmptyState(Icon.SEARCH, "Nobody here", "No such address has been refused."));
    }

    private Row row(Suppression suppression) {
        QuietButton again = new QuietButton("Write to it again", Icon.MAIL, () -> ask(suppression));
        again.setAriaLabel("Write to %s again".formatted(suppression.address()));
        Paragraph answer =
                new Paragraph(suppression.reason().isBlank() ? "The server gave no reason." : suppression.reason());
        answer.addClassName("sc-server-answer");
        return Row.titled(suppression.address())
                .icon(Icon.CIRCLE_X)
                .facts("refused " + Dates.moment(suppression.since()))
                .detail(answer)
                .lowAction(again);
    }

    private void ask(Suppression suppression) {
        new ReasonDialog(
                        "Write to %s again?".formatted(suppression.address()),
                        "It stays in the audit trail: name nobody",
                        Suppressions.LONGEST_REASON,
                        "Write to it again",
                        reason -> {
                            boolean lifted = suppressions.lift(suppression.id(), reason, reader.get());
                            Notices notices = Notices.on(UI.getCurrent());
                            if (lifted) {
                                notices.good("%s gets bulletins again.".formatted(suppression.address()));
                            } else {
                                notices.say("Somebody else has done that already.");
                            }
                            show();
                        })
                .consequence("It gets the next bulletin. If it is refused once more, it is left out again.")
                .open();
    }
}

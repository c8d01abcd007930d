package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.bulletins.SubscriberDomains;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Domains whose people may have bulletins although no agency has them. */
class SubscriberDomainsSection extends PageSection {

    private final SubscriberDomains domains;
    private final CurrentReader reader;
    private final TextField domain = new TextField("Domain to allow");
    private final Div list = new Div();

    SubscriberDomainsSection(SubscriberDomains domains, CurrentReader reader) {
        super("Domains that may subscribe");
        this.domains = domains;
        this.reader = reader;
        Paragraph what = new Paragraph(
                "People of agencies may always subscribe. Others may when the part of their address behind the @ stands here.");
        what.addClassName("sc-note");
        domain.setHelperText("For example charity.org.uk");
        domain.setMaxLength(190);
        domain.addKeyPressListener(Key.ENTER, event -> allow());
        add(what, list, new FormColumn(domain, new Buttons(new SecondaryButton("Allow", Icon.PLUS, this::allow))));
        show();
    }

    private void show() {
        list.removeAll();
        List<String> allowed = domains.list(reader.get());
        if (!allowed.isEmpty()) {
            list.add(new Rows(allowed.stream().map(this::row).toList()));
        }
    }

    private Row row(String allowed) {
        QuietButton withdraw = new QuietButton(
                "Withdraw",
                () -> ConfirmQuestion.askDanger(
                        "No longer allow %s?".formatted(allowed),
                        "Whoever subscribed from there without an account gets no more bulletins. If you allow it again, they do.",
                        "Withdraw",
                        () -> {
                            domains.withdraw(allowed, reader.get());
                            show();
                        }));
        withdraw.setAriaLabel("Withdraw " + allowed);
        return Row.titled(allowed).icon(Icon.MAIL).action(withdraw);
    }

    private void allow() {
        domain.setInvalid(false);
        try {
            domains.allow(domain.getValue(), reader.get());
            Notices.on(UI.getCurrent())
                    .good("People of %s may subscribe now."
                            .formatted(domain.getValue().strip()));
            domain.clear();
            show();
        } catch (InvalidBulletin refused) {
            domain.setErrorMessage(refused.getMessage());
            domain.setInvalid(true);
            domain.focus();
        }
    }
}

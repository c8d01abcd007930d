package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.notifications.InvalidMailSetting;
import org.safercommunities.portal.notifications.MailDomain;
import org.safercommunities.portal.notifications.MailDomains;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** How much mail to many a recipient's domain gets in a minute, where it is not what all get. */
class MailDomainsSection extends PageSection {

    private final MailDomains domains;
    private final CurrentReader reader;
    private final TextField domain = new TextField("Domain");
    private final IntegerField perMinute = new IntegerField("Mails a minute");
    private final Div list = new Div();

    MailDomainsSection(MailDomains domains, CurrentReader reader) {
        super("How fast bulletins go out");
        this.domains = domains;
        this.reader = reader;
        int usual = domains.usualPerMinute();
        Paragraph what = new Paragraph(
                "Some mail servers turn away whoever writes to many of their people at once. The part behind the @ can have a limit of"
                        + " its own. "
                        + (usual == 0
                                ? "All others get mail as fast as they take it."
                                : "All others get %,d mails a minute.".formatted(usual)));
        what.addClassName("sc-note");
        domain.setHelperText("For example charity.org.uk");
        domain.setMaxLength(253);
        list.addClassName("sc-mail-domains");
        perMinute.setMin(1);
        perMinute.setMax(MailDomains.MOST_PER_MINUTE);
        perMinute.setManualValidation(true);
        perMinute.addKeyPressListener(Key.ENTER, event -> limit());
        add(what, list, new FormColumn(domain, perMinute, new Buttons(new SecondaryButton("Set limit", this::limit))));
        show();
    }

    private void show() {
        list.removeAll();
        List<MailDomain> notable = domains.notable(reader.get());
        if (!notable.isEmpty()) {
            list.add(new Rows(notable.stream().map(this::row).toList()));
        }
    }

    private Row row(MailDomain one) {
        Integer own = one.perMinute();
        var rests = one.restsUntil();
        Row row = Row.titled(one.name())
                .icon(Icon.MAIL)
                .facts(
                        own == null ? "" : "up to %,d a minute".formatted(own),
                        rests == null ? "" : "its server wants no mail until " + Dates.moment(rests));
        if (own != null) {
            QuietButton usual = new QuietButton("Limit as usual", () -> {
                domains.limit(one.name(), null, reader.get());
                Notices.on(UI.getCurrent()).good("%s has the usual limit again.".formatted(one.name()));
                show();
            });
            usual.setAriaLabel("Limit as usual: " + one.name());
            row.lowAction(usual);
        }
        return row;
    }

    private void limit() {
        domain.setInvalid(false);
        perMinute.setInvalid(false);
        Integer number = perMinute.getValue();
        try {
            if (number == null) {
                throw new InvalidMailSetting("perMinute", "Enter how many mails a minute");
            }
            domains.limit(domain.getValue(), number, reader.get());
            Notices.on(UI.getCurrent())
                    .good("%s gets up to %,d mails a minute."
                            .formatted(domain.getValue().strip(), number));
            domain.clear();
            perMinute.clear();
            show();
        } catch (InvalidMailSetting refused) {
            if (refused.field().equals("domain")) {
                domain.setErrorMessage(refused.getMessage());
                domain.setInvalid(true);
                domain.focus();
            } else {
                perMinute.setErrorMessage(refused.getMessage());
                perMinute.setInvalid(true);
                perMinute.focus();
            }
        }
    }
}

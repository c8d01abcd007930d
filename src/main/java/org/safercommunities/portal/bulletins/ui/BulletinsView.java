package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.BulletinCard;
import org.safercommunities.portal.bulletins.BulletinState;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.offers.OfferReading;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.GrowingRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** Bulletins that went out, newest first; for editors also those in work. */
@Route("bulletins")
@PageTitle("Bulletins")
@Menu(title = "Bulletins", order = 40, icon = "mail-open")
@StyleSheet("bulletins.css")
@PermitAll
class BulletinsView extends Div {

    BulletinsView(Bulletins bulletins, OfferReading offers, PersonList people, CurrentReader currentReader) {
        Reader reader = currentReader.get();
        boolean editor = reader.is(Role.EDITOR);
        PageHeader header = new PageHeader("Bulletins")
                .lead("The monthly e-bulletin and the quarterly newsletter of the Kent Community Safety Team.");
        int waiting = offers.countWaiting(reader);
        header.actions(
                editor
                        ? new Buttons(
                                LinkButton.secondary(
                                                OfferPage.LIST,
                                                waiting == 0 ? "Items" : "Items, %d waiting".formatted(waiting))
                                        .with(Icon.INBOX),
                                LinkButton.primary("bulletins/write", "Write a bulletin")
                                        .with(Icon.PENCIL))
                        : new Buttons(
                                LinkButton.quiet(OfferPage.LIST, "Your agency’s items"),
                                LinkButton.secondary("account", "Choose what you get")
                                        .with(Icon.MAIL),
                                LinkButton.primary(OfferPage.NEW, "Offer an item")
                                        .with(Icon.PLUS)));
        add(header);
        List<BulletinCard> work = bulletins.inWork(reader);
        if (editor && !work.isEmpty()) {
            var names = people.names(
                    work.stream().map(BulletinCard::lastEditor).collect(java.util.stream.Collectors.toSet()));
            add(new PageSection(
                    "In work",
                    new Rows(work.stream()
                                    .map(card -> inWork(card, names.getOrDefault(card.lastEditor(), "somebody")))
                                    .toList())
                            .onSheet()));
        }
        int sent = bulletins.countArchive(null, reader);
        add(new PageSection(
                "Sent",
                sent == 0
                        ? new EmptyState(
                                Icon.MAIL_OPEN,
                                "No bulletins yet",
                                "Those that are sent to you and your agency can be read here again.")
                        : new GrowingRows(
                                sent,
                                (first, count) -> bulletins.archive(null, first, count, reader).stream()
                                        .map(BulletinsView::sent)
                                        .toList())));
    }

    private static Row inWork(BulletinCard card, String editor) {
        Row row = Row.linked(card.title(), "bulletins/%s/edit".formatted(card.id()))
                .icon(Icon.FILE_PEN)
                .facts(
                        BulletinWords.kind(card.kind()),
                        "changed by %s, %s".formatted(editor, Dates.moment(card.changedAt())));
        if (card.state() == BulletinState.SCHEDULED) {
            row.facts("Goes out " + BulletinWords.moment(card.sendAt()));
        }
        return row.chips(BulletinWords.state(card.state(), card.template()));
    }

    private static Row sent(BulletinCard card) {
        Row row = Row.linked(card.title(), "bulletins/" + card.id()).icon(Icon.NEWSPAPER);
        var at = card.sentAt();
        row.facts(BulletinWords.kind(card.kind()), at == null ? "" : Dates.full(at));
        if (card.state() != BulletinState.SENT) {
            row.chips(BulletinWords.state(card.state(), false));
        }
        return row;
    }
}

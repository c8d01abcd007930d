package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
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
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.Words;

/** Bulletins that went out, newest first; for editors also those in work. */
@Route("bulletins")
@PageTitle("Bulletins")
@Menu(title = "Bulletins", order = 40, icon = "mail-open")
@StyleSheet("bulletins.css")
@PermitAll
class BulletinsView extends Div implements AfterNavigationObserver {

    private final BulletinArchive archive;

    BulletinsView(
            Bulletins bulletins,
            OfferReading offers,
            PersonList people,
            Search search,
            FoundBulletins found,
            CurrentReader currentReader) {
        archive = new BulletinArchive(bulletins, search, found, currentReader, this::go);
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
        add(new PageSection("Sent", archive));
        Paragraph feed = new Paragraph(Words.of(
                "You can also read them in Outlook or a feed reader. ",
                new Anchor("account#feed", "Your address for that is in your account"),
                "."));
        feed.addClassName("sc-note");
        add(feed);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        archive.show(ArchiveRequest.of(event.getLocation().getQueryParameters()));
    }

    private void go(ArchiveRequest request) {
        getUI().ifPresent(ui -> ui.navigate("bulletins", request.address()));
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
}

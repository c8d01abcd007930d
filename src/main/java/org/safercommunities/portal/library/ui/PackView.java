package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.packs.PackContents;
import org.safercommunities.portal.library.packs.PackDetails;
import org.safercommunities.portal.library.packs.PackMembers;
import org.safercommunities.portal.library.packs.Packs;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Chips;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FactsLine;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** One pack: what it is, what is in it, and the way to take all of it out at once. */
@Route(PackAddress.LIST + "/:pack")
@StyleSheet("library.css")
@StyleSheet(PackCards.STYLES)
@PermitAll
class PackView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Packs packs;
    private final PackMembers members;
    private final LibraryWords words;
    private final CurrentReader currentReader;
    private String title = "Pack";

    PackView(Packs packs, PackMembers members, LibraryWords words, CurrentReader currentReader) {
        this.packs = packs;
        this.members = members;
        this.words = words;
        this.currentReader = currentReader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Reader reader = currentReader.get();
        PackDetails pack = IdInAddress.of(event, "pack")
                .flatMap(id -> packs.find(id, reader))
                .orElseThrow(NotFoundException::new);
        title = pack.description().title();
        removeAll();
        LibraryWords.Names names = words.names();
        add(header(pack, names), PageColumns.actionsFirst(actions(pack), contents(pack, names), new Div()));
    }

    private static PageHeader header(PackDetails pack, LibraryWords.Names names) {
        PageHeader header = new PageHeader(pack.description().title())
                .crumb("Library", "library")
                .crumb("Packs", PackAddress.LIST);
        if (!pack.description().description().isBlank()) {
            header.lead(pack.description().description());
        }
        var published = pack.publishedAt();
        Chips chips = new Chips(MarkingChip.of(pack.contents().marking().label()));
        PackCards.chip(pack.state(), chips);
        return header.facts(
                chips,
                new FactsLine(
                        "Pack",
                        names.agency(pack.agency()),
                        published == null ? "Not published yet" : Dates.full(published)));
    }

    private Component contents(PackDetails pack, LibraryWords.Names names) {
        int total = pack.contents().members();
        if (total == 0) {
            return new EmptyState(
                    Icon.LAYERS,
                    "Nothing here for you",
                    pack.mayChange()
                            ? "Add documents, events and links to it."
                            : "What is in a pack each has its own readers. Ask the team if you expected something.");
        }
        PackMemberRows rows = new PackMemberRows(
                pack.id(),
                total,
                (offset, limit) -> members.of(pack.id(), offset, limit, currentReader.get()),
                words,
                names);
        return new PageSection("In this pack", rows);
    }

    /** What can be done: first on a phone and for listeners. */
    private Component actions(PackDetails pack) {
        Div aside = new Div(new PackCover(pack.id(), title, pack.hasCover(), pack.changedAt()));
        aside.addClassName("sc-document-aside");
        PackContents contents = pack.contents();
        if (contents.documents() > 0) {
            LinkButton all = LinkButton.primary(PackAddress.zip(pack.id()), "Download all")
                    .with(Icon.DOWNLOAD)
                    .big();
            LinkButton.fetched(all);
            aside.add(all, note(sized(contents)));
        }
        if (contents.marking() == Marking.OFFICIAL_SENSITIVE) {
            aside.add(Callout.sensitive(
                    "Handle with care.",
                    "Some of it is OFFICIAL-SENSITIVE. Share only with colleagues who need it for their work."));
        }
        SecondaryButton copy = new SecondaryButton("Copy the address", Icon.LINK, () -> copied(pack));
        copy.setWidthFull();
        aside.add(copy);
        if (pack.mayChange()) {
            aside.add(
                    LinkButton.secondary(PackAddress.edit(pack.id()), "Change").with(Icon.PENCIL));
        }
        return aside;
    }

    private static void copied(PackDetails pack) {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "navigator.clipboard?.writeText(new URL($0, document.baseURI).href)",
                        PackAddress.page(pack.id()));
        Notices.on(UI.getCurrent()).good("Copied. It opens for those whom the pack is for.");
    }

    private static String sized(PackContents contents) {
        return "%s, about %s, as one zip"
                .formatted(
                        contents.documents() == 1 ? "1 document" : "%,d documents".formatted(contents.documents()),
                        FileSize.of(contents.size()));
    }

    private static Component note(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("sc-note");
        return note;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}

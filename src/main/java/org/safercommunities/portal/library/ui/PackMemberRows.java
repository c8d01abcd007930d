package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.packs.PackEvent;
import org.safercommunities.portal.library.packs.PackMember;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Chips;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.StateChip;

/** The members of a pack, section by section, a page of them at a time. */
final class PackMemberRows extends Div {

    private static final int AT_ONCE = 50;

    /** Finds members. */
    interface Page {
        List<PackMember> members(int offset, int limit);
    }

    private final UUID pack;
    private final int total;
    private final Page page;
    private final LibraryWords words;
    private final LibraryWords.Names names;
    private final Div lists = new Div();
    private final LiveText shown = new LiveText("");
    private final SecondaryButton more = new SecondaryButton("Show more", this::more);
    private Rows rows = new Rows();
    private String section = "";
    private int here;

    /** @param total how many this person sees */
    PackMemberRows(UUID pack, int total, Page page, LibraryWords words, LibraryWords.Names names) {
        this.pack = pack;
        this.total = total;
        this.page = page;
        this.words = words;
        this.names = names;
        addClassName("sc-pack-members");
        Buttons foot = new Buttons(more, shown);
        foot.addClassName("sc-list-foot");
        add(lists, foot);
        grow();
    }

    private void more() {
        int first = here;
        grow();
        getElement().executeJs("this.querySelectorAll('.sc-row')[$0]?.querySelector('a')?.focus()", first);
    }

    private void grow() {
        List<PackMember> next = page.members(here, AT_ONCE);
        for (PackMember member : next) {
            if (rows.getParent().isEmpty() || !member.section().equals(section)) {
                section = member.section();
                if (!section.isEmpty()) {
                    lists.add(new H3(section));
                }
                rows = new Rows();
                lists.add(rows);
            }
            rows.add(row(member));
        }
        here += next.size();
        boolean all = here >= total || next.isEmpty();
        more.setVisible(!all);
        shown.setVisible(!all);
        shown.setText(all ? "" : "Showing %,d of %,d".formatted(here, total));
    }

    private Row row(PackMember member) {
        PackMember.Document document = member.document();
        PackEvent event = member.event();
        Row row = document != null ? document(member, document) : event != null ? event(event) : link(member);
        if (!member.note().isEmpty()) {
            Paragraph note = new Paragraph(member.note());
            note.addClassName("sc-pack-note");
            row.detail(note);
        }
        return row;
    }

    private Row document(PackMember member, PackMember.Document document) {
        Row row = Row.linked(member.title(), DocumentAddress.page(document.id()));
        if (words.hasPicture(document.mediaType())) {
            row.picture(
                    DocumentAddress.thumbnail(document.id(), Integer.toString(document.version())),
                    words.icon(document.mediaType()));
        } else {
            row.pictureOf(words.icon(document.mediaType()));
        }
        row.facts(
                names.kind(document.kind()),
                words.format(document.mediaType(), document.pages()),
                FileSize.of(document.size()),
                "Version " + document.version());
        Chips chips = new Chips(MarkingChip.of(document.marking().label()));
        if (document.draft()) {
            chips.add(StateChip.warn(Icon.FILE_PEN, "Draft"));
        }
        if (document.newer()) {
            chips.add(StateChip.info(
                    Icon.REFRESH_CW,
                    "You took version %d; version %d is here".formatted(document.taken(), document.version())));
        }
        row.detail(chips);
        MarkingWords.handling(document.marking().label(), document.handling()).ifPresent(row::detail);
        String address = PackAddress.document(pack, member.id());
        String meaning = "Download “%s”".formatted(member.title());
        return row.action(
                document.marking() == Marking.OFFICIAL_SENSITIVE
                        ? LinkButton.downloadOrPage(address, Icon.DOWNLOAD, meaning)
                        : LinkButton.download(address, Icon.DOWNLOAD, meaning));
    }

    private static Row event(PackEvent event) {
        return Row.linked(event.title(), event.path())
                .date(java.time.LocalDate.ofInstant(event.start(), Dates.KENT))
                .facts("Event", Dates.span(event.start(), event.end()));
    }

    private static Row link(PackMember member) {
        Row row = Row.linked(member.title(), member.address()).pictureOf(Icon.LINK);
        row.getChildren()
                .flatMap(part -> part.getChildren())
                .flatMap(part -> part.getChildren())
                .filter(Anchor.class::isInstance)
                .map(Anchor.class::cast)
                .forEach(anchor -> anchor.getElement().setAttribute("rel", "noopener noreferrer"));
        return row.facts("Link", host(member.address()));
    }

    private static String host(String address) {
        String host = URI.create(address).getHost();
        return host == null ? "" : host;
    }
}

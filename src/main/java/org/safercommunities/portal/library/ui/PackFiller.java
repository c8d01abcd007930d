package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safercommunities.portal.library.packs.InvalidPack;
import org.safercommunities.portal.library.packs.NewMember;
import org.safercommunities.portal.library.packs.PackMember;
import org.safercommunities.portal.search.SearchHit;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SearchLine;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** The members of a pack in their order, and the ways to put in more. */
final class PackFiller extends Div implements PackOrderList.Actions {

    private static final int FOUND = 10;
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private final UUID pack;
    private final PackEditServices services;
    private final Runnable changed;
    private final PackOrderList list;
    private final LiveText count = new LiveText("");
    private final Div found = new Div();
    private final TextField linkTitle = new TextField("What it leads to");
    private final TextField linkAddress = new TextField("Address");

    PackFiller(UUID pack, PackEditServices services, Runnable changed) {
        this.pack = pack;
        this.services = services;
        this.changed = changed;
        list = new PackOrderList(this);
        add(
                list,
                new SearchLine("Find something to add", "Words of a document or event, or its address", this::search)
                        .besideOthers(),
                count,
                found,
                link());
    }

    private Details link() {
        linkTitle.setMaxLength(250);
        linkTitle.setWidthFull();
        linkAddress.setMaxLength(2000);
        linkAddress.setPlaceholder("https://");
        linkAddress.setWidthFull();
        Details details = new Details(
                "Add a link",
                new FormColumn(linkTitle, linkAddress, new SecondaryButton("Add the link", Icon.LINK, this::addLink)));
        details.getElement().getThemeList().add("no-padding");
        details.addClassName("sc-pack-link");
        return details;
    }

    private void addLink() {
        linkTitle.setInvalid(false);
        linkAddress.setInvalid(false);
        try {
            services.filling()
                    .add(pack, NewMember.link(linkTitle.getValue(), linkAddress.getValue()), services.reader());
            count.setText("“%s” is in the pack.".formatted(linkTitle.getValue()));
            linkTitle.clear();
            linkAddress.clear();
            redraw();
        } catch (InvalidPack invalid) {
            TextField field = invalid.field().equals("href") ? linkAddress : linkTitle;
            field.setErrorMessage(invalid.getMessage());
            field.setInvalid(true);
            field.focus();
        }
    }

    private void search(String words) {
        found.removeAll();
        count.setText("");
        if (words.isEmpty()) {
            return;
        }
        List<Row> rows = new ArrayList<>();
        Matcher address = ID.matcher(words);
        if (address.find()) {
            // A draft cannot be found by its words, but has an address
            UUID id = UUID.fromString(address.group());
            services.documents()
                    .find(id, services.reader())
                    .ifPresent(document ->
                            rows.add(offered(document.description().title(), "Document", NewMember.document(id))));
        } else {
            for (SearchHit hit : services.search()
                    .search(SearchQuery.of(words), services.reader())
                    .hits()) {
                boolean event = hit.source().equals("events");
                if (rows.size() < FOUND && (event || hit.source().equals(LibraryWords.DOCUMENTS))) {
                    rows.add(offered(
                            hit.titleText(),
                            (event ? "Event, " : "Document, ") + Dates.brief(hit.date()),
                            event ? NewMember.event(hit.id()) : NewMember.document(hit.id())));
                }
            }
        }
        count.setText(rows.size() == 1 ? "1 found" : rows.size() + " found");
        if (!rows.isEmpty()) {
            found.add(new Rows(rows).onSheet());
        }
    }

    private Row offered(String title, String facts, NewMember member) {
        QuietButton add = new QuietButton("Add", Icon.PLUS, () -> {});
        add.setAriaLabel("Add “%s”".formatted(title));
        add.addClickListener(click -> {
            try {
                services.filling().add(pack, member, services.reader());
                count.setText("“%s” is in the pack.".formatted(title));
                redraw();
            } catch (InvalidPack invalid) {
                count.setText(invalid.getMessage() + ".");
            }
            add.setEnabled(false);
        });
        return Row.titled(title).facts(facts).action(add);
    }

    private void redraw() {
        list.draw();
        changed.run();
    }

    @Override
    public List<PackMember> members(int limit) {
        return services.members().of(pack, 0, limit, services.reader());
    }

    @Override
    public int total() {
        return services.packs()
                .find(pack, services.reader())
                .map(now -> now.contents().members())
                .orElse(0);
    }

    @Override
    public void move(UUID member, int steps) {
        services.order().move(pack, member, steps, services.reader());
    }

    @Override
    public void putBefore(UUID member, UUID other) {
        services.order().putBefore(pack, member, other, services.reader());
    }

    @Override
    public void change(PackMember member, Runnable done) {
        new PackMemberDialog(member, said -> {
                    services.filling()
                            .change(pack, member.id(), said.title(), said.note(), said.section(), services.reader());
                    done.run();
                    Notices.on(UI.getCurrent()).good("Saved.");
                })
                .open();
    }

    @Override
    public void remove(PackMember member) {
        services.filling().remove(pack, member.id(), services.reader());
        changed.run();
    }
}

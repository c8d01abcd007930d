package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.library.packs.PackGaps;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** What is in a pack that some of its readers cannot see, and what an agency sees of it. */
final class PackAudienceCheck extends Div {

    private static final int NAMED = 8;

    private final UUID pack;
    private final PackEditServices services;
    private final Div warnings = new Div();
    private final ComboBox<AgencySummary> agency = new ComboBox<>("See it as somebody of");
    private final LiveText count = new LiveText("");
    private final Div seen = new Div();

    PackAudienceCheck(UUID pack, PackEditServices services) {
        this.pack = pack;
        this.services = services;
        addClassName("sc-pack-check");
        agency.setItems(services.choices().agencies());
        agency.setItemLabelGenerator(AgencySummary::name);
        agency.setHelperText("Who is in no group and named nowhere.");
        agency.setClearButtonVisible(true);
        agency.addValueChangeListener(change -> seen());
        add(warnings, agency, count, seen);
        show();
    }

    /** As it is now. */
    void show() {
        warnings.removeAll();
        List<PackGaps.Gap> gaps = services.gaps().ofAudience(pack, services.reader());
        List<PackGaps.Gap> shut = services.gaps().ofDelegates(pack, services.reader());
        if (gaps.isEmpty() && shut.isEmpty()) {
            warnings.add(Callout.good("Everyone whom the pack is for sees all of it.", ""));
        }
        if (!gaps.isEmpty()) {
            warnings.add(Callout.warn(
                            "Not everyone whom the pack is for sees all of it.",
                            "Whoever may not see one of these is not told of it, here or in the zip.")
                    .more(list(gaps)));
        }
        if (!shut.isEmpty()) {
            warnings.add(Callout.warn(
                            "Some delegates cannot open everything.",
                            "Delegates of an event are let in to the pack; each document keeps its own readers until you open"
                                    + " it to them.")
                    .more(list(shut), new SecondaryButton("Open them to the delegates", () -> askToOpen(shut.size()))));
        }
        opened(services.gaps().opened(pack, services.reader()));
        seen();
    }

    private void opened(List<String> open) {
        if (!open.isEmpty()) {
            warnings.add(Callout.info(
                            open.size() == 1
                                    ? "1 document is open to the delegates."
                                    : "%d documents are open to the delegates.".formatted(open.size()),
                            "That is to whoever has a place, for as long as they have it.")
                    .more(named(open), new SecondaryButton("Close them to the delegates", this::close)));
        }
    }

    private void close() {
        int closed = services.opening().close(pack, services.reader());
        show();
        Notices.on(UI.getCurrent()).good(closed == 1 ? "1 document closed." : "%d documents closed.".formatted(closed));
    }

    private static UnorderedList list(List<PackGaps.Gap> gaps) {
        return named(gaps.stream()
                .map(gap -> "%s: %s.".formatted(gap.title(), lower(gap.who())))
                .toList());
    }

    private static UnorderedList named(List<String> lines) {
        UnorderedList list = new UnorderedList();
        lines.stream().limit(NAMED).forEach(line -> list.add(new ListItem(line)));
        if (lines.size() > NAMED) {
            list.add(new ListItem("and %d more.".formatted(lines.size() - NAMED)));
        }
        return list;
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    private void askToOpen(int documents) {
        ConfirmQuestion.ask(
                documents == 1
                        ? "Open 1 document to the delegates?"
                        : "Open %d documents to the delegates?".formatted(documents),
                "To whoever has a place at the event, in the pack and in the library, also to those who book later. Whoever gives"
                        + " their place up is out again.",
                "Open",
                () -> {
                    int opened = services.opening().open(pack, services.reader());
                    show();
                    Notices.on(UI.getCurrent())
                            .good(opened == 1 ? "1 document opened." : "%d documents opened.".formatted(opened));
                });
    }

    private void seen() {
        seen.removeAll();
        AgencySummary chosen = agency.getValue();
        if (chosen == null) {
            count.setText("");
            return;
        }
        List<String> titles = services.gaps().seenBy(chosen.slug(), pack, services.reader());
        count.setText(
                titles.isEmpty()
                        ? "%s sees nothing of it.".formatted(chosen.name())
                        : "%s sees %s:".formatted(chosen.name(), PackCards.counted(titles.size())));
        OrderedList list = new OrderedList();
        titles.forEach(title -> list.add(new ListItem(title)));
        if (titles.size() == PackGaps.MOST) {
            seen.add(list, new Paragraph("These are the first %d.".formatted(PackGaps.MOST)));
        } else if (!titles.isEmpty()) {
            seen.add(list);
        }
    }
}

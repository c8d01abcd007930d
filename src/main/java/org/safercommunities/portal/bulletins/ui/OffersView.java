package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.offers.CallForItems;
import org.safercommunities.portal.bulletins.offers.OfferDetails;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** The items of one’s agency for bulletins; for editors first those of all agencies that wait. */
@Route("bulletins/offers")
@PageTitle("Items for bulletins")
@StyleSheet("bulletins.css")
@PermitAll
class OffersView extends Div {

    private final OfferServices services;

    OffersView(OfferServices services) {
        this.services = services;
        boolean editor = services.reader().is(Role.EDITOR);
        add(new PageHeader("Items for bulletins")
                .crumb("Bulletins", "bulletins")
                .lead(lead(services.calls().open()))
                .actions(LinkButton.primary(OfferPage.NEW, "Offer an item").with(Icon.PLUS)));
        if (editor) {
            waiting();
        }
        own(editor);
    }

    private static String lead(List<CallForItems> open) {
        return open.isEmpty()
                ? "Whatever your agency offers now goes into the next bulletin, if the team can take it."
                : open.stream().map(OfferWords::call).collect(Collectors.joining("; ", "Items are welcome for: ", "."));
    }

    private void waiting() {
        List<OfferDetails> waiting = services.reading().waiting(services.reader());
        if (waiting.isEmpty()) {
            add(new PageSection("Waiting", note("Nothing waits. What agencies offer stands here.")));
        }
        Map<@Nullable UUID, List<OfferDetails>> byWish = new LinkedHashMap<>();
        waiting.forEach(offer ->
                byWish.computeIfAbsent(wished(offer), any -> new ArrayList<>()).add(offer));
        Map<UUID, String> names = names(waiting);
        byWish.forEach((bulletin, offers) -> {
            OfferDetails.Wish wish = offers.getFirst().wished();
            PageSection section = new PageSection(
                    "Waiting: " + (wish == null ? "for the next bulletin" : wish.title()),
                    new Rows(offers.stream()
                                    .map(offer -> row(
                                            offer,
                                            offer.agencyName(),
                                            by(names, offer.offeredBy()),
                                            at(offer.offeredAt())))
                                    .toList())
                            .onSheet());
            Instant until = wish == null ? null : wish.until();
            add(until == null ? section : section.beside(note("Welcome until " + Dates.moment(until))));
        });
        List<OfferDetails> decided = services.reading().decided(services.reader());
        if (!decided.isEmpty()) {
            add(new PageSection(
                    "Decided",
                    new Rows(decided.stream()
                                    .map(offer -> row(offer, offer.agencyName(), where(offer)))
                                    .toList())
                            .onSheet()));
        }
    }

    private void own(boolean editor) {
        List<OfferDetails> own = services.reading().own(services.reader());
        Map<UUID, String> names = names(own);
        if (own.isEmpty()) {
            if (!editor) {
                add(new EmptyState(
                                Icon.NEWSPAPER,
                                "Nothing offered yet",
                                "What %s offers for bulletins stands here, and what became of it."
                                        .formatted(services.agency()))
                        .actions(LinkButton.secondary(OfferPage.NEW, "Offer an item")));
            }
            return;
        }
        add(new PageSection(
                "From " + services.agency(),
                new Rows(own.stream()
                                .map(offer -> row(
                                        offer,
                                        where(offer),
                                        by(names, Objects.requireNonNullElse(offer.offeredBy(), offer.createdBy())),
                                        Dates.brief(offer.changedAt())))
                                .toList())
                        .onSheet()));
    }

    private static Row row(OfferDetails offer, String... facts) {
        return Row.linked(
                        offer.now().title().isEmpty()
                                ? offer.content().title()
                                : offer.now().title(),
                        OfferPage.of(offer.id()))
                .icon(Icon.NEWSPAPER)
                .facts(facts)
                .chips(OfferWords.state(offer));
    }

    private static String where(OfferDetails offer) {
        String reason = offer.reason();
        return reason == null ? OfferWords.bulletin(offer) : "Reason: " + reason;
    }

    private static @Nullable UUID wished(OfferDetails offer) {
        OfferDetails.Wish wish = offer.wished();
        return wish == null ? null : wish.bulletin();
    }

    private Map<UUID, String> names(List<OfferDetails> offers) {
        Set<UUID> people = offers.stream()
                .map(offer -> Objects.requireNonNullElse(offer.offeredBy(), offer.createdBy()))
                .collect(Collectors.toSet());
        return services.names(people);
    }

    private static String by(Map<UUID, String> names, @Nullable UUID person) {
        return person == null ? "" : "by " + names.getOrDefault(person, "somebody");
    }

    private static String at(@Nullable Instant moment) {
        return moment == null ? "" : Dates.brief(moment);
    }

    private static Paragraph note(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("sc-muted");
        return note;
    }
}

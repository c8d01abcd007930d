package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.bulletins.offers.CallForItems;
import org.safercommunities.portal.bulletins.offers.OfferContent;
import org.safercommunities.portal.bulletins.offers.OfferDetails;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.FormColumn;

/** The fields of an item: for which bulletin, title, text, picture, link. */
final class OfferForm extends Div {

    /** @param bulletin null for the next one */
    private record Wish(@Nullable UUID bulletin, String words) {}

    private static final Wish NEXT = new Wish(null, OfferWords.NEXT_ONE);

    private final ErrorSummary errors = new ErrorSummary();
    private final RadioButtonGroup<Wish> wish = new RadioButtonGroup<>("For which bulletin");
    private final TextField title;
    private final MarkdownArea words;
    private final PictureFields picture;
    private final TextField link;

    /**
     * @param now what is changed; null for a new one
     * @param team whether it is the team’s edition of what the agency wrote
     */
    OfferForm(OfferServices services, @Nullable OfferDetails now, boolean team) {
        OfferContent said = now == null ? null : team ? now.latest() : now.content();
        title = BlockForm.line("Title", said == null ? "" : said.title(), Block.LONGEST_TITLE);
        title.setRequiredIndicatorVisible(true);
        words = new MarkdownArea("Text", said == null ? "" : said.words(), Block.LONGEST_TEXT);
        picture = PictureFields.ofItem(
                said == null ? null : said.picture(), said == null ? "" : said.alt(), team, services.source());
        Div pictured = new Div(new Paragraph("Picture, if you have one"), picture);
        pictured.addClassName("sc-offer-picture");
        pictured.getElement().setAttribute("role", "group");
        pictured.getElement().setAttribute("aria-label", "Picture");
        link = BlockForm.address(said == null ? "" : said.link());
        link.setLabel("Link to more, if there is any");
        add(errors);
        // The team edits what is there; pictures of its own it puts into the bulletin
        pictured.setVisible(!team || picture.picture() != null);
        FormColumn fields = new FormColumn(title, words, pictured, link);
        if (!team) {
            wishes(services.calls().open(), now);
            fields.addComponentAsFirst(wish);
        }
        add(fields);
    }

    private void wishes(List<CallForItems> open, @Nullable OfferDetails now) {
        List<Wish> wishes = new ArrayList<>();
        open.forEach(call -> wishes.add(new Wish(call.bulletin(), OfferWords.call(call))));
        wishes.add(NEXT);
        wish.addThemeName("vertical");
        wish.setItems(wishes);
        wish.setItemLabelGenerator(Wish::words);
        UUID before = now == null || now.wished() == null ? null : now.wished().bulletin();
        Optional<Wish> same = wishes.stream()
                .filter(one -> before != null && before.equals(one.bulletin()))
                .findFirst();
        // Whoever wished for one whose deadline is over chooses again; whoever begins gets the next deadline proposed
        same.ifPresent(wish::setValue);
        if (before == null) {
            wish.setValue(now == null ? wishes.getFirst() : NEXT);
        }
    }

    /** @throws InvalidBulletin when something cannot be taken as it is */
    OfferContent content() {
        return new OfferContent(
                title.getValue(),
                words.getValue(),
                link.getValue(),
                picture.picture(),
                picture.picture() == null ? "" : picture.alt().getValue());
    }

    /** @throws InvalidBulletin when none is chosen */
    @Nullable
    UUID wished() {
        Wish chosen = wish.getValue();
        if (chosen == null) {
            throw new InvalidBulletin("wished", "Choose for which bulletin it is");
        }
        return chosen.bulletin();
    }

    void focus() {
        title.focus();
    }

    /** Shows what is wrong, above and at its field. */
    void show(InvalidBulletin refused) {
        Map<String, Focusable<? extends Component>> fields =
                Map.of("title", title, "words", words.field(), "alt", picture.alt(), "link", link);
        Focusable<? extends Component> field = fields.get(refused.field());
        errors.show(List.of(
                field == null
                        ? ErrorSummary.Fault.atChoices(String.valueOf(refused.getMessage()), wish)
                        : new ErrorSummary.Fault(String.valueOf(refused.getMessage()), field)));
    }
}

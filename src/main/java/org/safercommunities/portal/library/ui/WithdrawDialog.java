package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchHit;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Asks why a document is withdrawn, which its readers are told, and what to use instead. */
class WithdrawDialog extends Dialog {

    /** What is done with the answers. */
    @FunctionalInterface
    interface Action {
        void withdraw(String reason, @Nullable UUID instead);
    }

    private static final int REASON = 500;

    WithdrawDialog(UUID document, String title, Search search, CurrentReader reader, Action action) {
        TextArea reason = new TextArea("Why");
        reason.setMaxLength(REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        reason.setHelperText("Its readers are told this in its place.");
        ComboBox<SearchHit> instead = new ComboBox<>("What to use instead");
        instead.setPlaceholder("Words of its title");
        instead.setItemLabelGenerator(SearchHit::titleText);
        instead.setItems(query -> found(search, reader, query.getFilter().orElse(""))
                .apply(query.getOffset() / Math.max(1, query.getLimit()), query.getLimit())
                .filter(hit -> !hit.id().equals(document)));
        instead.setWidthFull();
        DangerButton withdraw = new DangerButton("Withdraw", () -> {
            reason.setInvalid(false);
            try {
                SearchHit other = instead.getValue();
                action.withdraw(reason.getValue(), other == null ? null : other.id());
                close();
            } catch (InvalidDocument refused) {
                reason.setErrorMessage(refused.getMessage());
                reason.setInvalid(true);
                reason.focus();
            }
        });
        Div content = new Div(
                new H2("Withdraw “%s”?".formatted(title)),
                new Paragraph(
                        "From now on nobody but editors opens it, downloads it or finds it. Links to it lead to your reason."),
                reason,
                instead,
                new Buttons(withdraw.filled(), new SecondaryButton("Go back", this::close)));
        content.addClassName("sc-question");
        add(content);
        setCloseOnOutsideClick(false);
        getElement().setAttribute("aria-label", "Withdraw this document");
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                reason.focus();
            }
        });
    }

    private static Pages found(Search search, CurrentReader reader, String typed) {
        return (page, size) -> search
                .search(
                        SearchQuery.of(typed)
                                .with(Facet.SOURCE, LibraryWords.DOCUMENTS)
                                .stillTyping()
                                .page(page, size),
                        reader.get())
                .hits()
                .stream();
    }

    private interface Pages {
        Stream<SearchHit> apply(int page, int size);
    }
}

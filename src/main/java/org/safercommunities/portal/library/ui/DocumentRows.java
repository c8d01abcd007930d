package org.safercommunities.portal.library.ui;

import java.util.List;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.TopicChip;
import org.springframework.stereotype.Component;

/** Documents as rows, for pages outside the library. */
@Component
public class DocumentRows {

    private final LibraryWords words;

    DocumentRows(LibraryWords words) {
        this.words = words;
    }

    /** One row each, in the order given. */
    public List<Row> of(List<DocumentCard> documents) {
        LibraryWords.Names names = words.names();
        return documents.stream().map(document -> row(document, names)).toList();
    }

    private Row row(DocumentCard document, LibraryWords.Names names) {
        Row row = Row.linked(document.title(), DocumentAddress.page(document.id()));
        if (words.hasPicture(document.mediaType())) {
            row.picture(
                    DocumentAddress.thumbnail(document.id(), Integer.toString(document.version())),
                    words.icon(document.mediaType()));
        } else {
            row.pictureOf(words.icon(document.mediaType()));
        }
        row.facts(names.kind(document.kind()), names.agency(document.agency()), Dates.full(document.when()));
        MarkingWords.handling(document.marking().label(), document.handling()).ifPresent(row::detail);
        return document.topics().isEmpty()
                ? row.chips(MarkingChip.of(document.marking().label()))
                : row.chips(
                        MarkingChip.of(document.marking().label()),
                        new TopicChip(names.topic(document.topics().getFirst())));
    }
}

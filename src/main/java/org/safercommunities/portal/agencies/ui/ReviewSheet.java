package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.MembershipReviews;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** Where the quarterly look through an agency's people stands, for administrators, who may ask for one at any time. */
class ReviewSheet extends Sheet {

    private final MembershipReviews reviews;
    private final CurrentReader reader;
    private final String agency;
    private final EntryForm entry = new EntryForm(this);

    ReviewSheet(MembershipReviews reviews, CurrentReader reader, String agency) {
        this.reviews = reviews;
        this.reader = reader;
        this.agency = agency;
        show();
    }

    private void show() {
        removeAll();
        add(
                new H2("Who still works there"),
                new Paragraph(
                        reviews.all(reader.get()).stream()
                                .filter(review -> review.agency().equals(agency))
                                .findFirst()
                                .map(ReviewSheet::inWords)
                                .orElse(
                                        "Its coordinators look through its people each quarter. They are not asked at the moment.")),
                new SecondaryButton("Ask its coordinators now", this::begin));
    }

    private static String inWords(MembershipReviews.Review review) {
        return "Its coordinators are asked to look through its people: %d of %d are answered. %s %s."
                .formatted(
                        review.total() - review.left(),
                        review.total(),
                        review.overdue(Dates.today()) ? "It was due on" : "It is due on",
                        Dates.full(review.due()));
    }

    private void begin() {
        if (entry.attempt("Its coordinators have been asked.", () -> reviews.begin(agency, reader.get()))) {
            show();
        }
    }
}

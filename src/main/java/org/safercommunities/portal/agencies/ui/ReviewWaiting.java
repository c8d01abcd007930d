package org.safercommunities.portal.agencies.ui;

import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.MembershipReviews;
import org.safercommunities.portal.shared.WaitingCount;
import org.springframework.stereotype.Component;

/** How many colleagues a coordinator still has to look through. */
@Component
class ReviewWaiting implements WaitingCount {

    private final MembershipReviews reviews;
    private final CurrentReader reader;

    ReviewWaiting(MembershipReviews reviews, CurrentReader reader) {
        this.reviews = reviews;
        this.reader = reader;
    }

    @Override
    public String path() {
        return "agency";
    }

    @Override
    public int count() {
        return reviews.mine(reader.get()).map(MembershipReviews.Review::left).orElse(0);
    }

    @Override
    public String inWords(int count) {
        return count == 1 ? "1 colleague to confirm" : count + " colleagues to confirm";
    }
}

package org.safercommunities.portal.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Coordinators look through their own agency's people each quarter; accounts that nobody uses end. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class MembershipReviewsIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private MembershipReviews reviews;

    @Autowired
    private UnusedAccounts unused;

    @Autowired
    private Readers readers;

    @Autowired
    private JdbcClient jdbc;

    private Somebody somebody;
    private String agency;
    private Reader coordinator;
    private UUID hazel;
    private UUID rowan;

    @BeforeEach
    void anAgency() {
        somebody = new Somebody(portal);
        agency = somebody.agency("Looked through");
        coordinator = somebody.of(agency, Role.COORDINATOR);
        hazel = somebody.of(agency).personId();
        rowan = somebody.of(agency).personId();
    }

    private MembershipReviews.Review mine() {
        return reviews.mine(coordinator).orElseThrow();
    }

    private int mails(String kind) {
        return jdbc.sql("SELECT COUNT(*) FROM mail WHERE kind = :kind AND reference IN (:refs)")
                .param("kind", kind)
                .param("refs", List.of("agency:" + agency, "person:" + hazel, "person:" + rowan))
                .query(Integer.class)
                .single();
    }

    @Test
    void itIsFinishedWhenEverybodyIsAnswered() {
        assertThat(reviews.mine(coordinator)).isEmpty();
        reviews.begin(agency, Reader.portal());
        assertThat(mine()).matches(review -> review.total() == 3 && review.left() == 3);
        assertThat(mails("membership-review-began")).isEqualTo(1);
        UUID late = somebody.of(agency).personId();
        assertThat(reviews.left(0, 10, coordinator))
                .extracting(PersonSummary::id)
                .containsExactlyInAnyOrder(coordinator.personId(), hazel, rowan)
                .doesNotContain(late);
        reviews.confirm(List.of(hazel, coordinator.personId()), coordinator);
        assertThat(mine().left()).isEqualTo(1);
        reviews.left(rowan, "Has left the council", coordinator);
        assertThat(reviews.mine(coordinator)).as("finished").isEmpty();
        assertThat(readers.of(rowan)).isEmpty();
        assertThat(readers.of(hazel)).isPresent();
    }

    @Test
    void eachQuarterBeginsByItselfOnceAndRemindsOnce() {
        somebodySince(60);
        reviews.beginAndRemind();
        reviews.beginAndRemind();
        assertThat(mails("membership-review-began")).isEqualTo(1);
        assertThat(mails("membership-review-due")).isZero();
        jdbc.sql("UPDATE membership_review SET due_on = ? WHERE agency = ?")
                .params(Dates.today().plusDays(6), agency)
                .update();
        reviews.beginAndRemind();
        reviews.beginAndRemind();
        assertThat(mails("membership-review-due")).isEqualTo(1);
        jdbc.sql("UPDATE membership_review SET quarter = quarter - INTERVAL 3 MONTH WHERE agency = ?")
                .param(agency)
                .update();
        reviews.beginAndRemind();
        assertThat(mails("membership-review-began")).as("the next quarter").isEqualTo(2);
        assertThat(reviews.all(Reader.portal()).stream()
                        .filter(review -> review.agency().equals(agency)))
                .as("the unfinished one is taken up in it")
                .hasSize(1);
    }

    private void somebodySince(int days) {
        jdbc.sql("UPDATE membership SET since = since - INTERVAL ? DAY WHERE agency = ?")
                .params(days, agency)
                .update();
    }

    @Test
    void onlyTheirOwnAgencysCoordinatorsAnswer() {
        reviews.begin(agency, Reader.portal());
        Reader other = somebody.of(somebody.agency("Other"), Role.COORDINATOR);
        assertThat(reviews.mine(other)).isEmpty();
        assertThat(reviews.left(0, 10, other)).isEmpty();
        assertThat(reviews.mine(readers.of(hazel).orElseThrow())).isEmpty();
        Reader practitioner = readers.of(hazel).orElseThrow();
        for (Reader nobody : List.of(other, practitioner)) {
            assertThatThrownBy(() -> reviews.confirm(List.of(rowan), nobody)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> reviews.left(rowan, "Left", nobody)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> reviews.begin(agency, nobody)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> reviews.all(nobody)).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> reviews.left(0, 10, practitioner)).isInstanceOf(AccessDeniedException.class);
        assertThat(mine().left()).isEqualTo(3);
    }

    @Test
    void whoDoesNotUseTheirAccountIsAskedAndThenOut() {
        somebodySince(200);
        signedIn(coordinator.personId(), 1);
        signedIn(rowan, 190);
        unused.askAndEnd();
        unused.askAndEnd();
        assertThat(mails("account-questioned")).as("hazel and rowan, once each").isEqualTo(2);
        assertThat(readers.of(hazel)).isPresent();
        jdbc.sql(
                        "UPDATE membership SET questioned_at = UTC_TIMESTAMP(6) - INTERVAL 31 DAY WHERE agency = ? AND questioned_at IS NOT NULL")
                .param(agency)
                .update();
        signedIn(rowan, 2);
        unused.askAndEnd();
        assertThat(readers.of(hazel)).as("never signed in").isEmpty();
        assertThat(readers.of(rowan)).as("signed in after the question").isPresent();
        assertThat(readers.of(coordinator.personId())).isPresent();
    }

    @Test
    void whomAColleagueConfirmsStays() {
        somebodySince(200);
        signedIn(coordinator.personId(), 1);
        signedIn(rowan, 1);
        unused.askAndEnd();
        jdbc.sql("UPDATE membership SET questioned_at = UTC_TIMESTAMP(6) - INTERVAL 31 DAY WHERE person_id = ?")
                .param(hazel.toString())
                .update();
        portal.getBean(People.class).confirmMembership(hazel, coordinator);
        unused.askAndEnd();
        assertThat(readers.of(hazel)).isPresent();
        assertThat(mails("account-questioned")).isEqualTo(1);
    }

    private void signedIn(UUID person, int daysAgo) {
        jdbc.sql("UPDATE person SET last_sign_in_at = UTC_TIMESTAMP(6) - INTERVAL ? DAY WHERE id = ?")
                .params(daysAgo, person.toString())
                .update();
    }
}

package org.safercommunities.portal.library.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.ReviewDue;
import org.safercommunities.portal.notifications.notices.NoticeLine;
import org.safercommunities.portal.notifications.notices.NoticeOccasion;
import org.safercommunities.portal.notifications.notices.OwnNotices;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Owners hear of what is theirs to do, once each; a newer version reaches those who took the older one with a pack. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class NoticesToOwnersIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private OwnNotices notices;

    @Autowired
    private NoticesToOwners owners;

    @Autowired
    private PlatformTransactionManager transactions;

    private Shelf shelf;
    private UUID document;

    @BeforeEach
    void aDocument() {
        shelf = new Shelf(portal);
        document = shelf.published("Minutes of the harbour watch", Audience.ofAgencies(shelf.north), Marking.OFFICIAL);
    }

    @Test
    void anOwnerIsAskedForTheReviewOncePerRoundAndOnlyWhileTheySeeIt() {
        LocalDate day = Dates.today();
        for (int twice = 0; twice < 2; twice++) {
            say(new ReviewDue(document, shelf.rowan.personId(), day, day));
        }
        say(new ReviewDue(document, shelf.ash.personId(), day, day));
        assertThat(of(shelf.rowan)).containsExactly(NoticeOccasion.REVIEW_DUE);
        assertThat(of(shelf.ash)).as("it is not theirs to see").isEmpty();
        say(new ReviewDue(document, shelf.rowan.personId(), day, day.plusDays(30)));
        assertThat(of(shelf.rowan)).hasSize(2);
    }

    @Test
    void theEndOfRetentionAndPromisedCaptionsAreToldOnce() {
        shelf.jdbc
                .sql("UPDATE document SET dispose_on = ?, retention_basis = 'Policy', owner = ? WHERE id = ?")
                .params(Dates.today(), shelf.rowan.personId().toString(), document.toString())
                .update();
        shelf.jdbc
                .sql("INSERT INTO document_captions_promise (document_id, reason, due_on, promised_by, promised_at)"
                        + " VALUES (?, 'Soon', ?, ?, UTC_TIMESTAMP(6))")
                .params(
                        document.toString(),
                        Dates.today(),
                        shelf.editor.personId().toString())
                .update();
        owners.tellOfWhatIsDue();
        owners.tellOfWhatIsDue();
        assertThat(of(shelf.rowan))
                .containsExactlyInAnyOrder(NoticeOccasion.RETENTION_DUE, NoticeOccasion.CAPTIONS_DUE);
    }

    @Test
    void whoeverTookAnOlderVersionWithAPackHearsOfTheNewerOneAsLongAsTheySeeIt() {
        UUID pack = UUID.randomUUID();
        for (Reader taker : new Reader[] {shelf.rowan, shelf.ash}) {
            shelf.jdbc
                    .sql("INSERT INTO pack_taker (document_id, person_id, pack_id, number, taken_at)"
                            + " VALUES (?, ?, ?, 1, UTC_TIMESTAMP(6))")
                    .params(document.toString(), taker.personId().toString(), pack.toString())
                    .update();
        }
        shelf.newVersion(document);
        assertThat(of(shelf.rowan)).containsExactly(NoticeOccasion.PACK_CHANGED);
        assertThat(of(shelf.ash)).as("it is not theirs to see any more").isEmpty();
    }

    private void say(Object message) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> portal.publishEvent(message));
    }

    private java.util.List<NoticeOccasion> of(Reader reader) {
        return notices.newest(false, 0, 50, reader).lines().stream()
                .map(NoticeLine::occasion)
                .toList();
    }
}

package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The quarterly look through an agency's people: its coordinators say of each who was there when it began that they still work there,
 * or end their membership. It is finished when nobody is left.
 */
@Service
public class MembershipReviews {

    /** Days in which a review should be finished, and days before the last at which coordinators are reminded. */
    private static final int DAYS = 28;

    private static final int REMINDED = 7;
    /** Agencies that came a moment ago have nobody to look through. */
    private static final Duration SETTLED = Duration.ofDays(30);

    /** Of a membership {@code m} and a review {@code r}: to be answered. */
    static final String LEFT = "m.agency = r.agency AND m.ended_at IS NULL AND m.since < r.opened_at"
            + " AND (m.confirmed_at IS NULL OR m.confirmed_at < r.opened_at)";

    private static final String ALL =
            "m.agency = r.agency AND m.since < r.opened_at" + " AND (m.ended_at IS NULL OR m.ended_at > r.opened_at)";

    private final JdbcClient jdbc;
    private final PersonList list;
    private final MembershipRecords memberships;
    private final People people;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    MembershipReviews(
            JdbcClient jdbc,
            PersonList list,
            MembershipRecords memberships,
            People people,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.list = list;
        this.memberships = memberships;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A review that is under way.
     *
     * @param due the day by which it should be finished
     * @param total people who were there when it began
     * @param left of them, those who are still to be answered
     */
    public record Review(String agency, LocalDate quarter, LocalDate due, int total, int left) {

        public boolean overdue(LocalDate today) {
            return due.isBefore(today);
        }
    }

    /** The one of the coordinator's own agency; empty when there is none to do. */
    @Transactional(readOnly = true)
    public Optional<Review> mine(Reader by) {
        return by.is(Role.COORDINATOR) ? underWay(by.agencyId()).stream().findFirst() : Optional.empty();
    }

    /** Those of all agencies, the one due first first. For administrators. */
    @Transactional(readOnly = true)
    public List<Review> all(Reader by) {
        NotAllowed.unlessAdministrator(by);
        return underWay(null);
    }

    private List<Review> underWay(@Nullable String agency) {
        return jdbc.sql("""
                        SELECT r.agency, r.quarter, r.due_on,
                               (SELECT COUNT(*) FROM membership m WHERE ALL_OF_IT) AS total,
                               (SELECT COUNT(*) FROM membership m WHERE LEFT_OF_IT) AS still
                          FROM membership_review r JOIN agency a ON a.slug = r.agency AND a.ended_at IS NULL
                         WHERE r.finished_at IS NULL AND (:agency IS NULL OR r.agency = :agency)
                         ORDER BY r.due_on, r.agency
                        """.replace("ALL_OF_IT", ALL).replace("LEFT_OF_IT", LEFT))
                .param("agency", agency)
                .query((row, number) -> new Review(
                        row.getString("agency"),
                        row.getObject("quarter", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("total"),
                        row.getInt("still")))
                .list();
    }

    /** Who is still to be answered in the coordinator's own agency, by name. */
    @Transactional(readOnly = true)
    public List<PersonSummary> left(int offset, int limit, Reader by) {
        NotAllowed.unlessLookingAfter(by.agencyId(), by);
        return list.toReview(by.agencyId(), offset, limit);
    }

    /** All of these still work there. */
    @Transactional
    public void confirm(Collection<UUID> members, Reader by) {
        members.forEach(member -> people.confirmMembership(member, by));
        finishIfDone(by);
    }

    /** This one does not any more. */
    @Transactional
    public void left(UUID member, String reason, Reader by) {
        people.endMembership(member, reason, by);
        finishIfDone(by);
    }

    private void finishIfDone(Reader by) {
        // Asked in SQL, which must see what was just answered
        memberships.flush();
        int finished = jdbc.sql("""
                        UPDATE membership_review r SET r.finished_at = :now, r.finished_by = :by
                         WHERE r.agency = :agency AND r.finished_at IS NULL AND NOT EXISTS (SELECT 1 FROM membership m WHERE LEFT_OF_IT)
                        """.replace("LEFT_OF_IT", LEFT))
                .param("now", Sql.utc(clock.instant()))
                .param("by", Sql.textOrNull(by.actor()))
                .param("agency", by.agencyId())
                .update();
        if (finished > 0) {
            messages.publishEvent(new MembershipReviewChanged(by.agencyId(), "finished", null, by.actor()));
        }
    }

    /** Has an agency looked through now, whatever the quarter; what a review before left open is taken up in it. */
    @Transactional
    public void begin(String agency, Reader by) {
        NotAllowed.unlessAdministrator(by);
        open(agency, by.actor());
    }

    private void open(String agency, @Nullable UUID actor) {
        LocalDate today = Dates.today(clock);
        jdbc.sql("DELETE FROM membership_review WHERE agency = ? AND (finished_at IS NULL OR quarter = ?)")
                .params(agency, quarter(today))
                .update();
        LocalDate due = today.plusDays(DAYS);
        jdbc.sql("INSERT INTO membership_review (agency, quarter, opened_at, due_on) VALUES (?, ?, ?, ?)")
                .params(agency, quarter(today), Sql.utc(clock.instant()), due)
                .update();
        messages.publishEvent(new MembershipReviewChanged(agency, "began", due, actor));
    }

    private static LocalDate quarter(LocalDate day) {
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
    }

    /** Begins the reviews of this quarter that have not begun, and reminds of those that are due soon. Returns how many it began. */
    @Transactional
    public int beginAndRemind() {
        List<String> agencies = jdbc.sql("""
                        SELECT a.slug FROM agency a
                         WHERE a.ended_at IS NULL
                           AND EXISTS (SELECT 1 FROM membership m WHERE m.agency = a.slug AND m.ended_at IS NULL AND m.since < :before)
                           AND NOT EXISTS (SELECT 1 FROM membership_review r WHERE r.agency = a.slug AND r.quarter >= :quarter)
                         ORDER BY a.slug
                        """)
                .param("before", Sql.utc(clock.instant().minus(SETTLED)))
                .param("quarter", quarter(Dates.today(clock)))
                .query(String.class)
                .list();
        agencies.forEach(agency -> open(agency, null));
        remind();
        return agencies.size();
    }

    private void remind() {
        record Late(String agency, LocalDate quarter, LocalDate due) {}
        List<Late> late = jdbc.sql("""
                        SELECT agency, quarter, due_on FROM membership_review
                         WHERE finished_at IS NULL AND due_on <= ? AND reminded_at IS NULL
                        """)
                .param(Dates.today(clock).plusDays(REMINDED))
                .query((row, number) -> new Late(
                        row.getString("agency"),
                        row.getObject("quarter", LocalDate.class),
                        row.getObject("due_on", LocalDate.class)))
                .list();
        for (Late review : late) {
            jdbc.sql("UPDATE membership_review SET reminded_at = ? WHERE agency = ? AND quarter = ?")
                    .params(Sql.utc(clock.instant()), review.agency(), review.quarter())
                    .update();
            messages.publishEvent(new MembershipReviewChanged(review.agency(), "due", review.due(), null));
        }
    }
}

package org.safercommunities.portal.bulletins.offers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.BulletinMessage;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.bulletins.UnknownBulletin;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Until when agencies may offer items, and for which bulletins: title and deadline are for everybody with an account. */
@Service
@NamedInterface("offers")
public class CallsForItems {

    private static final Duration LONGEST_AHEAD = Duration.ofDays(366);

    private static final String SELECT = """
            SELECT b.id, b.title, b.kind, c.until_at FROM bulletin_call c JOIN bulletin b ON b.id = c.bulletin_id
             WHERE b.state IN ('DRAFT', 'REVIEW', 'APPROVED') AND NOT b.template AND\s""";

    private final JdbcClient jdbc;
    private final Bulletins bulletins;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    CallsForItems(JdbcClient jdbc, Bulletins bulletins, ApplicationEventPublisher messages, Clock clock) {
        this.jdbc = jdbc;
        this.bulletins = bulletins;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Sets the deadline of a bulletin, moves it, or takes it away.
     *
     * @param until null to take no more items for it
     */
    @Transactional
    public void set(UUID bulletin, @Nullable Instant until, Reader by) {
        WhoSeesOffer.unlessTeam(by);
        BulletinDetails now = bulletins.find(bulletin, by).orElseThrow(() -> new UnknownBulletin(bulletin));
        if (until == null) {
            if (forget(bulletin)) {
                tell(bulletin, "call-ended", Map.of(), by);
            }
            return;
        }
        unless(now.state().isWritten() && !now.template(), "Items are taken for drafts only");
        unless(until.isAfter(clock.instant()), "Enter a time to come");
        unless(until.isBefore(clock.instant().plus(LONGEST_AHEAD)), "Enter a time within a year");
        if (deadline(bulletin).filter(until::equals).isPresent()) {
            return;
        }
        // With the old deadline its reminders go: the new one has its own
        forget(bulletin);
        jdbc.sql("INSERT INTO bulletin_call (bulletin_id, until_at, set_by, set_at) VALUES (?, ?, ?, ?)")
                .param(bulletin.toString())
                .param(Sql.utc(until))
                .param(by.personId().toString())
                .param(Sql.utc(clock.instant()))
                .update();
        tell(bulletin, "call-set", Map.of("at", until.toString()), by);
    }

    /** Until when items may be offered for it; empty when it takes none. */
    @Transactional(readOnly = true)
    public Optional<Instant> deadline(UUID bulletin) {
        return jdbc.sql("SELECT until_at FROM bulletin_call WHERE bulletin_id = ?")
                .param(bulletin.toString())
                .query((row, number) -> Sql.moment(row, "until_at"))
                .optional();
    }

    /** Those for which items may be offered now, the next deadline first. */
    @Transactional(readOnly = true)
    public List<CallForItems> open() {
        return jdbc.sql(SELECT + "c.until_at > ? ORDER BY c.until_at, b.id LIMIT 50")
                .param(Sql.utc(clock.instant()))
                .query(CallsForItems::call)
                .list();
    }

    /** @throws InvalidBulletin when nothing can be offered for it now; the message names what can be wished instead */
    void unlessOpen(UUID wished) {
        if (isOpen(wished)) {
            return;
        }
        Optional<CallForItems> over = jdbc.sql(SELECT + "b.id = ?")
                .param(wished.toString())
                .query(CallsForItems::call)
                .optional();
        String what = over.map(call ->
                        "Items for “%s” were welcome until %s".formatted(call.title(), Dates.moment(call.until())))
                .orElse("No items are taken for this bulletin");
        throw new InvalidBulletin("wished", what + ". " + instead());
    }

    boolean isOpen(UUID bulletin) {
        return open().stream().anyMatch(call -> call.bulletin().equals(bulletin));
    }

    private String instead() {
        return open().stream()
                .findFirst()
                .map(next -> "The next is “%s”, until %s: choose it instead"
                        .formatted(next.title(), Dates.moment(next.until())))
                .orElse("Choose “The next one” instead");
    }

    private boolean forget(UUID bulletin) {
        return jdbc.sql("DELETE FROM bulletin_call WHERE bulletin_id = ?")
                        .param(bulletin.toString())
                        .update()
                > 0;
    }

    private void tell(UUID bulletin, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new BulletinMessage(bulletin, what, details, by.actor()));
    }

    private static void unless(boolean fine, String otherwise) {
        if (!fine) {
            throw new InvalidBulletin("until", otherwise);
        }
    }

    private static CallForItems call(ResultSet row, int number) throws SQLException {
        return new CallForItems(
                Sql.id(row, "id"),
                row.getString("title"),
                BulletinKind.valueOf(row.getString("kind")),
                Sql.moment(row, "until_at"));
    }
}

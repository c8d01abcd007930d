package org.safercommunities.portal.notifications.notices;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people of a thing: behind the bell, and by mail as each has chosen. */
@Service
public class PersonalNotices {

    private static final int AT_ONCE = 1_000;
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PersonalNotices(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Tells each of these people once, in the caller's transaction: one statement for each thousand. Who may see the thing is asked
     * again when it is shown, but whoever certainly may not is better left out here.
     *
     * @param key what happened, for example {@code document:…:version:3}; whoever was told under this key is not told again
     * @param source the {@link NoticeSubjects#source} of the thing
     * @param path the page of the thing, without a leading slash; who opens it has read the notice
     * @return how many were not told before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int tell(
            Collection<UUID> people,
            NoticeOccasion occasion,
            String key,
            String source,
            UUID thing,
            String path,
            NoticeUrgency urgency) {
        List<UUID> all = List.copyOf(new LinkedHashSet<>(people));
        var now = Sql.utc(clock.instant());
        int told = 0;
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            List<Object> values = new ArrayList<>(some.size() * 11);
            for (UUID person : some) {
                Collections.addAll(
                        values,
                        UUID.randomUUID().toString(),
                        person.toString(),
                        key,
                        occasion.name(),
                        occasion.about().name(),
                        source,
                        thing.toString(),
                        path,
                        now,
                        urgency == NoticeUrgency.SOON,
                        urgency == NoticeUrgency.TOLD_BY_MAIL ? "LEFT" : "WAITING");
            }
            told += jdbc.update(
                    "INSERT IGNORE INTO notice (id, person_id, notice_key, occasion, about, source, thing_id, path, at, urgent, mail)"
                            + " VALUES " + String.join(", ", Collections.nCopies(some.size(), ROW)),
                    values.toArray());
        }
        return told;
    }
}

package org.safercommunities.portal.library.following;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.ManyReaders;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.library.FileHeldBack;
import org.safercommunities.portal.library.WhoMaySeeDocument;
import org.safercommunities.portal.notifications.notices.NoticeOccasion;
import org.safercommunities.portal.notifications.notices.NoticeUrgency;
import org.safercommunities.portal.notifications.notices.PersonalNotices;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever put a file in that the virus scanner refused it, and the editors who see its document. */
@Component
class NoticesOfQuarantine {

    private final PersonalNotices notices;
    private final Readers readers;
    private final ManyReaders manyReaders;
    private final JdbcClient jdbc;

    NoticesOfQuarantine(PersonalNotices notices, Readers readers, ManyReaders manyReaders, JdbcClient jdbc) {
        this.notices = notices;
        this.readers = readers;
        this.manyReaders = manyReaders;
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(FileHeldBack held) {
        Set<UUID> concerned = new HashSet<>(editors());
        concerned.add(held.addedBy());
        List<Reader> people = readers.ofAll(concerned);
        if (people.isEmpty()) {
            return;
        }
        manyReaders.hold(people);
        List<UUID> seeing = jdbc.sql("SELECT r.id FROM document d JOIN " + ManyReaders.TABLE + " WHERE d.id = :id AND "
                        + ManyReaders.forEach(WhoMaySeeDocument.CONDITION))
                .param("id", held.document().toString())
                .query((row, number) -> Sql.id(row, "id"))
                .list();
        notices.tell(
                seeing,
                NoticeOccasion.QUARANTINED,
                "document:%s:held:%s".formatted(held.document(), held.version()),
                DocumentSubjects.SOURCE,
                held.document(),
                "library/" + held.document(),
                NoticeUrgency.SOON);
    }

    private List<UUID> editors() {
        return jdbc.sql(
                        "SELECT DISTINCT r.person_id FROM person_role r"
                                + " JOIN membership m ON m.person_id = r.person_id AND m.ended_at IS NULL WHERE r.role = 'EDITOR'")
                .query((row, number) -> Sql.id(row, "person_id"))
                .list();
    }
}

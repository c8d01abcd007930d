package org.safercommunities.portal.library.packs;

import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The rule of who may see a pack, as a condition that every query of packs carries. A published one: whoever its audience
 * admits, and the delegates of an event that hands it out, for as long as they have their place. A draft, and one that was
 * taken down: the editor who made it, and editors whom its audience admits. Its members each keep their own rule.
 */
@Component
class WhoMaySeePack {

    private static final String LOCKS =
            "EXISTS (SELECT 1 FROM pack_audience locks WHERE locks.pack_id = p.id AND locks.token IN (:keys))";

    /** To stand behind WHERE or AND, over {@code pack p}, with the parameters of {@link Reader#parameters}. */
    static final String CONDITION = """
            (p.state = 'PUBLISHED' AND (%1$s
                OR EXISTS (SELECT 1 FROM pack_delegate came WHERE came.pack_id = p.id AND came.person_id = :me))
             OR p.state <> 'PUBLISHED' AND :editor AND (p.owner = :me OR %1$s))
            """.formatted(LOCKS);

    /** Of editors: being somebody’s delegate does not make a pack theirs to change. */
    static final String RUNS = """
            (:editor AND (%s OR p.state <> 'PUBLISHED' AND p.owner = :me))
            """.formatted(LOCKS);

    private final JdbcClient jdbc;

    WhoMaySeePack(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean admits(Reader reader, UUID pack) {
        return holds(CONDITION, reader, pack);
    }

    boolean runs(Reader reader, UUID pack) {
        return reader.is(Role.EDITOR) && holds(RUNS, reader, pack);
    }

    /**
     * @throws UnknownPack when it is not there for this person
     * @throws AccessDeniedException when it is theirs to see and not to change
     */
    void unlessRuns(Reader reader, UUID pack) {
        if (!runs(reader, pack)) {
            if (!admits(reader, pack)) {
                throw new UnknownPack(pack);
            }
            unlessEditor(reader);
            throw new AccessDeniedException("This pack is for a group that you are not in: its members change it");
        }
    }

    static void unlessEditor(Reader reader) {
        if (!reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only the Kent Community Safety Team’s editors change packs");
        }
    }

    private boolean holds(String condition, Reader reader, UUID pack) {
        return jdbc.sql("SELECT COUNT(*) FROM pack p WHERE p.id = :id AND " + condition)
                        .params(reader.parameters())
                        .param("id", pack.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}

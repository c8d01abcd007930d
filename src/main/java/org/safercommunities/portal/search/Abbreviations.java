package org.safercommunities.portal.search;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The field's abbreviations, from a table that the team edits. A change is in effect within a minute. */
@Component
class Abbreviations {

    private final JdbcClient sql;
    private volatile Thesaurus thesaurus = Thesaurus.EMPTY;
    private volatile boolean loaded;

    Abbreviations(JdbcClient sql) {
        this.sql = sql;
    }

    /** Kept in memory, so that a search has one statement fewer. */
    Thesaurus current() {
        if (!loaded) {
            load();
        }
        return thesaurus;
    }

    void load() {
        List<Abbreviation> all = sql.sql("SELECT abbreviation, expansion FROM search_abbreviation")
                .query(Abbreviation.class)
                .list();
        thesaurus = Thesaurus.of(all);
        loaded = true;
    }
}

package org.safercommunities.portal.library.contributions;

import java.util.List;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Forgetting;
import org.safercommunities.portal.shared.privacy.Retention;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of offers when their author is forgotten: drafts go, the others are their agency’s and name nobody. */
@Component
class OffersForgotten implements Forgetting {

    private final JdbcClient jdbc;

    OffersForgotten(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forget(Leaver leaver) {
        for (String statement : List.of(
                "DELETE FROM document_offer WHERE author = ? AND state = 'DRAFT'",
                "UPDATE document_offer SET named = FALSE WHERE author = ?",
                "UPDATE document_offer_step SET words = NULL WHERE person = ?")) {
            jdbc.sql(statement).param(leaver.id()).update();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Times {

        @Bean
        Retention offeredFilesInTime(OfferedFilesKept kept) {
            return new Retention(
                    "offered-files", "Files of offers that nobody waits for", Fate.ERASED, kept::due, kept::letGo);
        }
    }
}

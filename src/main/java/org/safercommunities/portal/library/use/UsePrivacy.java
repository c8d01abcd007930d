package org.safercommunities.portal.library.use;

import java.util.List;
import org.safercommunities.portal.shared.privacy.Basis;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Forgetting;
import org.safercommunities.portal.shared.privacy.Keeping;
import org.safercommunities.portal.shared.privacy.Nobodys;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.PrivacyRules;
import org.safercommunities.portal.shared.privacy.Retention;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of figures and of what people say of documents. */
@Component
@Order(435)
class UsePrivacy implements PrivacyRules, Forgetting {

    private final JdbcClient jdbc;

    UsePrivacy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String area() {
        return "Library";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(
                PersonalRule.of("usefulness", "Whether you found a document useful, and what you wrote to its owner")
                        .because(Basis.PUBLIC_TASK, "documents become better")
                        .seenBy("Its owner, and the editors who can see the document")
                        .kept(Keeping.until("you take it back, or your account is erased"), Fate.NUMBER)
                        .onLeaving(Fate.NUMBER)
                        .copied("useOfLibrary")
                        .in("document_usefulness", "document_id person_id useful comment number answered_at"),
                PersonalRule.of("library-readers", "Which documents you opened and downloaded, under a pseudonym")
                        .because(Basis.PUBLIC_TASK, "readers are counted by agency; fewer than ten are shown to nobody")
                        .seenBy("Nobody; editors see how many")
                        .kept(Keeping.of(OldFigures.READS, "after you did"), Fate.ERASED)
                        .onLeaving(Fate.PSEUDONYMISED)
                        .copied("useOfLibrary")
                        .notCopied("The random value that pseudonyms are made with, which would open those of others.")
                        .in("library_read", "document_id day reader agency opened downloads")
                        .in("library_read_salt", "id salt"),
                PersonalRule.of(
                                "searches-in-vain",
                                "Words for which a search found nothing, without who looked for them")
                        .because(Basis.PUBLIC_TASK, "the team knows what is missing")
                        .seenBy("Editors")
                        .kept(Keeping.of(OldFigures.WORDS, "after the search"), Fate.ERASED)
                        .onLeaving(Fate.NUMBER)
                        .notCopied("Nobody can tell whose they are; addresses and long numbers are left out of them.")
                        .in("search_without_result", "day words times"));
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of();
    }

    /** What they answered is a number of the document; their words go. */
    @Override
    public void forget(Leaver leaver) {
        jdbc.sql("UPDATE document_usefulness SET comment = '' WHERE person_id = ?")
                .param(leaver.id())
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Times {

        @Bean
        Retention oldReadsInTime(OldFigures figures) {
            return new Retention(
                    "library-readers",
                    "Pseudonyms of readers of documents",
                    Fate.ERASED,
                    figures::readsDue,
                    () -> untilNone(figures::forgetReads));
        }

        @Bean
        Retention oldSearchesInTime(OldFigures figures) {
            return new Retention(
                    "searches-in-vain",
                    "Words of searches in vain",
                    Fate.ERASED,
                    figures::wordsDue,
                    () -> untilNone(figures::forgetWords));
        }

        private static int untilNone(java.util.function.IntSupplier some) {
            int all = 0;
            for (int gone = some.getAsInt(); gone > 0; gone = some.getAsInt()) {
                all += gone;
            }
            return all;
        }
    }
}

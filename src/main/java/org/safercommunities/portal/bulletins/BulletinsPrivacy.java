package org.safercommunities.portal.bulletins;

import java.util.List;
import org.safercommunities.portal.shared.Sql;
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

/** The rules of bulletins: who gets them, who was sent which, who has read one, and who wrote them. */
@Component
@Order(600)
class BulletinsPrivacy implements PrivacyRules, Forgetting {

    private static final String EDITORS = "Editors";

    private final JdbcClient jdbc;

    BulletinsPrivacy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String area() {
        return "Bulletins";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(subscriptions(), unconfirmed(), readers(), presence(), work(), offers());
    }

    private static PersonalRule subscriptions() {
        return PersonalRule.of(
                        "subscriptions",
                        "Which bulletins you get and about what, how we know that you agreed, and which you were sent")
                .on("Subscribers")
                .because(Basis.CONSENT, "you get what you asked for, and nothing after you ended it")
                .seenBy(EDITORS)
                .kept(
                        Keeping.until(
                                "you ask us to remove it; that you ended it is kept, so that no list brings you back"),
                        Fate.ERASED)
                .copied("bulletins")
                .notCopied("The secret of your links in mails: whoever gets hold of the copy could unsubscribe you.")
                .in(
                        "subscriber",
                        "id person_id email name agency secret basis own_choice confirmed_at ended_at ended_by")
                .in("subscription", "subscriber_id kind")
                .in("subscriber_topic", "subscriber_id topic")
                .in("bulletin_copy", "bulletin_id subscriber_id");
    }

    private static PersonalRule unconfirmed() {
        return PersonalRule.of(
                        "unconfirmed", "That somebody asked for bulletins with your address and did not confirm it")
                .on("Whoever asks for bulletins")
                .because(Basis.CONSENT, "nobody subscribes somebody else")
                .seenBy("Nobody")
                .kept(Keeping.days((int) Subscribing.OPEN.toDays(), "after it was asked"), Fate.ERASED)
                .copied("bulletins")
                .notCopied("The secret of the link: it is for whoever reads the mail.")
                .in("subscription_request", "id secret email name kinds topics asked_at");
    }

    private static PersonalRule readers() {
        return PersonalRule.of("bulletin-readers", "That you have read a bulletin here, under a pseudonym")
                .because(Basis.PUBLIC_TASK, "readers are counted once, by agency; fewer than ten are shown to nobody")
                .seenBy("Nobody; editors see how many")
                .kept(Keeping.days((int) BulletinReads.COUNTED.toDays(), "after it was sent"), Fate.NUMBER)
                .onLeaving(Fate.PSEUDONYMISED)
                .copied("bulletins")
                .notCopied("The random value that pseudonyms are made with, which would open those of others.")
                .in("bulletin_read", "bulletin_id reader agency")
                .in("bulletin_salt", "bulletin_id salt");
    }

    private static PersonalRule presence() {
        return PersonalRule.of("writing-now", "That you have a bulletin open to write in")
                .on(EDITORS)
                .because(Basis.PUBLIC_TASK, "two editors do not write over each other")
                .seenBy("Other editors of the bulletin")
                .kept(Keeping.until("the page is closed, an hour at most"), Fate.ERASED)
                .copied("bulletinWork")
                .in("bulletin_open", "page bulletin_id person_id block seen_at");
    }

    private static PersonalRule work() {
        return PersonalRule.of("bulletin-work", "Which bulletins you wrote, changed, sent on and approved")
                .on(EDITORS)
                .because(Basis.PUBLIC_TASK, "it is known who answers for what was sent")
                .seenBy(EDITORS)
                .kept(Keeping.until("the bulletin is deleted"), Fate.PSEUDONYMISED)
                .onLeaving(Fate.PSEUDONYMISED)
                .copied("bulletinWork")
                .in("bulletin", "created_by last_editor submitted_by approved_by")
                .in("bulletin_edition", "editor")
                .in("bulletin_picture", "added_by")
                .in("bulletin_call", "set_by")
                .in("subscriber_domain", "allowed_by")
                .in("bulletin_lock", "token")
                .in("bulletin_offer", "decided_by");
    }

    private static PersonalRule offers() {
        return PersonalRule.of(
                        "bulletin-offers", "Items that you wrote or offered for bulletins, and what you did with items")
                .because(Basis.PUBLIC_TASK, "your agency and the team can work on them together")
                .seenBy("Your agency, and editors once it is offered")
                .kept(Keeping.until("the item is deleted"), Fate.PSEUDONYMISED)
                .onLeaving(Fate.PSEUDONYMISED)
                .copied("bulletinOffers")
                .in(
                        "bulletin_offer",
                        "id agency state content edited picture wished bulletin_id version created_by changed_by changed_at"
                                + " offered_by offered_at decided_at reason told_at")
                .in("bulletin_offer_step", "id offer_id what person at words content");
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of(
                Nobodys.of(
                        "bulletin",
                        "id kind title subject blocks audience account_only template state edition created_at changed_at send_at"
                                + " batch_id sent_at corrects version",
                        "What the bulletin says, and to whom it goes by agency, group and topic"),
                Nobodys.of("bulletin_edition", "bulletin_id edition at title subject blocks", "What it said before"),
                Nobodys.of("bulletin_lock", "bulletin_id", "Which bulletin the key is of"),
                Nobodys.of(
                        "bulletin_picture", "id sha256 media_type file_name width height added_at shut", "A picture"),
                Nobodys.of("bulletin_call", "bulletin_id until_at set_at", "Until when items are called for"),
                Nobodys.of("bulletin_call_reminder", "bulletin_id days sent_at", "That agencies were reminded"),
                Nobodys.of("bulletin_readers", "bulletin_id agency readers", "How many, and none below ten"),
                Nobodys.of("subscriber_domain", "domain allowed_at", "A domain of an organisation"));
    }

    /** Whoever subscribes as a stranger has a row of their own address, which an account has nothing to do with. */
    @Override
    public void forget(Leaver leaver) {
        jdbc.sql("DELETE FROM bulletin_open WHERE person_id = ?")
                .param(leaver.id())
                .update();
        jdbc.sql("DELETE FROM subscription_request WHERE email = ?")
                .param(leaver.email())
                .update();
        jdbc.sql("DELETE FROM subscriber WHERE person_id = ?")
                .param(leaver.id())
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Times {

        @Bean
        Retention lapsedSubscriptionRequestsInTime(Subscribing subscribing, JdbcClient jdbc) {
            return new Retention(
                    "unconfirmed",
                    "Subscriptions that nobody confirmed",
                    Fate.ERASED,
                    by -> jdbc.sql("SELECT COUNT(*) FROM subscription_request WHERE " + Subscribing.LAPSED)
                            .param(Sql.utc(by.minus(Subscribing.OPEN)))
                            .query(Long.class)
                            .single(),
                    subscribing::deleteLapsed);
        }

        @Bean
        Retention bulletinReadersInTime(ReaderCountRows rows) {
            return new Retention(
                    "bulletin-readers", "Bulletins whose readers become numbers", Fate.NUMBER, rows::due, () -> {
                        int all = 0;
                        for (int folded = rows.fold(); folded > 0; folded = rows.fold()) {
                            all += folded;
                        }
                        return all;
                    });
        }
    }
}

package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.devtime.MailSink;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Coming to get bulletins, and coming away from them, by each way there is. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class SubscribingIT {

    private static final Pattern LINK = Pattern.compile("subscribe/confirm/([A-Za-z0-9_-]+)");
    private static final SubscriptionChoice NEWSLETTER =
            new SubscriptionChoice(Set.of(BulletinKind.NEWSLETTER), Set.of());

    @Autowired
    ApplicationContext portal;

    @Autowired
    Subscribing subscribing;

    @Autowired
    OwnSubscription own;

    @Autowired
    Subscribers subscribers;

    @Autowired
    SubscriberDomains domains;

    @Autowired
    SubscriberRows rows;

    @Autowired
    Readership readership;

    @Autowired
    JdbcClient jdbc;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String domain = run + ".example";
    private Somebody somebody;
    private Reader editor;

    @BeforeEach
    void begin() {
        somebody = new Somebody(portal);
        editor = somebody.of(somebody.agency("Bulletins"), Role.EDITOR);
        domains.allow(domain, editor);
    }

    private String address(String name) {
        return name + "@" + domain;
    }

    private void ask(String email, SubscriptionChoice choice) {
        subscribing.ask(new SubscriberEntry(email, "Clover Downs"), choice, "198.51.100." + run.hashCode());
    }

    private String linkSentTo(String email) throws Exception {
        MailSink.Received mail =
                PortalServices.mailSink().await(received -> received.recipient().equals(email), Duration.ofSeconds(30));
        Matcher link = LINK.matcher(text(mail));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String text(MailSink.Received mail) throws Exception {
        return new String(mail.message().getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .replaceAll("=\r?\n", "");
    }

    private boolean gets(String email, BulletinKind kind) {
        java.util.concurrent.atomic.AtomicBoolean found = new java.util.concurrent.atomic.AtomicBoolean();
        readership.each(
                BulletinAudience.ofEveryone(kind),
                page -> page.stream()
                        .filter(recipient -> recipient.address().equals(email))
                        .forEach(recipient -> found.set(true)));
        return found.get();
    }

    private SubscriberRows.Kept outside(String email) {
        return rows.ofAddress(email).orElseThrow();
    }

    private static String link(SubscriberRows.Kept kept) {
        return new SecretLink(kept.id(), kept.secret()).text();
    }

    @Test
    void nobodyOutsideGetsAnythingBeforeTheyConfirm() throws Exception {
        String email = address("clover");
        ask(email, NEWSLETTER);
        String link = linkSentTo(email);
        assertThat(gets(email, BulletinKind.NEWSLETTER)).isFalse();

        assertThat(subscribing.confirm(link)).contains(NEWSLETTER);

        assertThat(gets(email, BulletinKind.NEWSLETTER)).isTrue();
        assertThat(gets(email, BulletinKind.E_BULLETIN)).isFalse();
        assertThat(subscribing.confirm(link)).as("a second time").isEmpty();
        assertThat(trail(outside(email).id())).containsExactly("bulletins.subscriber-confirmed");
    }

    @Test
    void aLinkThatIsGuessedOrOldConfirmsNothing() throws Exception {
        String email = address("moss");
        ask(email, NEWSLETTER);
        String link = linkSentTo(email);
        SecretLink right = SecretLink.read(link).orElseThrow();
        byte[] wrong = right.secret().clone();
        wrong[0] ^= 1;
        assertThat(subscribing.confirm(new SecretLink(right.id(), wrong).text()))
                .isEmpty();
        assertThat(subscribing.confirm("")).isEmpty();
        assertThat(subscribing.confirm("x".repeat(10_000))).isEmpty();

        jdbc.sql("UPDATE subscription_request SET asked_at = ? WHERE email = ?")
                .params(List.of(Sql.utc(Instant.now().minus(Subscribing.OPEN)), email))
                .update();
        assertThat(subscribing.confirm(link)).isEmpty();
        assertThat(subscribing.deleteLapsed()).isPositive();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM subscription_request WHERE email = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(rows.ofAddress(email)).isEmpty();
    }

    @Test
    void aDomainThatIsNotAllowedIsToldWhatToDo() {
        assertThatThrownBy(() -> ask("somebody@unknown-" + domain, NEWSLETTER))
                .isInstanceOf(InvalidBulletin.class)
                .hasMessageContaining("Use your work address, or ask");
    }

    @Test
    void whoHasAnAccountIsSentThereAndNothingChanges() throws Exception {
        Reader member = somebody.of(somebody.agency("Members"));
        String email = address("member");
        jdbc.sql("UPDATE person SET email = ? WHERE id = ?")
                .params(List.of(email, member.personId().toString()))
                .update();

        ask(email, NEWSLETTER);

        MailSink.Received mail =
                PortalServices.mailSink().await(received -> received.recipient().equals(email), Duration.ofSeconds(30));
        assertThat(mail.subject()).contains("in your account");
        assertThat(text(mail)).doesNotContain("subscribe/confirm");
        assertThat(own.of(member)).isEqualTo(SubscriptionChoice.NOTHING);
    }

    @Test
    void anAddressIsWrittenToThreeTimesADayAtMost() {
        String email = address("often");
        for (int i = 0; i < 5; i++) {
            ask(email, NEWSLETTER);
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM subscription_request WHERE email = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void tooManyFromOnePlaceAreRefused() {
        for (int i = 0; i < 10; i++) {
            subscribing.ask(new SubscriberEntry(address("place" + i), ""), NEWSLETTER, "203.0.113." + run);
        }
        assertThatThrownBy(() ->
                        subscribing.ask(new SubscriberEntry(address("place"), ""), NEWSLETTER, "203.0.113." + run))
                .hasMessageContaining("Try again in an hour");
    }

    @Test
    void stoppingIsAtOnceAndCanBeUndoneByTheirOwnLinkOnly() {
        String email = address("reed");
        subscribers.add(new SubscriberEntry(email, "Reed"), null, NEWSLETTER, "Asked by telephone", editor);
        String link = link(outside(email));

        own.stop(link);
        assertThat(gets(email, BulletinKind.NEWSLETTER)).isFalse();
        assertThatThrownBy(() -> subscribers.add(
                        new SubscriberEntry(email, "Reed"), null, NEWSLETTER, "Asked by telephone", editor))
                .hasMessageContaining("Only they themselves can come back");

        own.undo(link);
        assertThat(gets(email, BulletinKind.NEWSLETTER)).isTrue();

        own.choose(link, new SubscriptionChoice(Set.of(BulletinKind.E_BULLETIN), Set.of("road-safety", "no-topic")));
        assertThat(outside(email).choice())
                .isEqualTo(new SubscriptionChoice(Set.of(BulletinKind.E_BULLETIN), Set.of("road-safety")));

        subscribers.end(outside(email).id(), editor);
        own.undo(link);
        own.choose(link, NEWSLETTER);
        assertThat(outside(email).endedBy()).isEqualTo(SubscriberRows.EndedBy.STAFF);
        assertThat(trail(outside(email).id()))
                .containsExactly(
                        "bulletins.subscriber-ended",
                        "bulletins.subscriber-chose",
                        "bulletins.subscriber-returned",
                        "bulletins.subscriber-unsubscribed",
                        "bulletins.subscriber-added");
    }

    @Test
    void anAccountGetsNothingUntilItChoosesAndThenWhatItChose() {
        Reader member = somebody.of(somebody.agency("Members"));
        assertThat(own.of(member)).isEqualTo(SubscriptionChoice.NOTHING);
        SubscriptionChoice choice = new SubscriptionChoice(Set.of(BulletinKind.E_BULLETIN), Set.of("domestic-abuse"));

        own.choose(choice, member);

        assertThat(own.of(member)).isEqualTo(choice);
        String email = email(member);
        assertThat(gets(email, BulletinKind.E_BULLETIN)).isTrue();
        own.choose(SubscriptionChoice.NOTHING, member);
        assertThat(own.of(member)).isEqualTo(SubscriptionChoice.NOTHING);
        assertThat(gets(email, BulletinKind.E_BULLETIN)).isFalse();
    }

    @Test
    void whoLeavesTheirAgencyDropsOutAtOnce() {
        Reader member = somebody.of(somebody.agency("Members"));
        own.choose(NEWSLETTER, member);
        String email = email(member);
        assertThat(gets(email, BulletinKind.NEWSLETTER)).isTrue();

        portal.getBean(People.class).endMembership(member.personId(), "Retired", Reader.portal());

        assertThat(gets(email, BulletinKind.NEWSLETTER)).isFalse();
    }

    @Test
    void whoGetsAnAccountKeepsOneSubscriptionAndTheirOldLinks() {
        String email = address("thrift");
        subscribers.add(new SubscriberEntry(email, "Thrift"), null, NEWSLETTER, "Asked by telephone", editor);
        String oldLink = link(outside(email));
        UUID id = portal.getBean(People.class)
                .name(email, "Thrift Marsh", somebody.agency("Members"), null, Reader.portal());
        Reader member = somebody.again(id);

        own.choose(SubscriptionChoice.everything(), member);

        assertThat(rows.ofAddress(email)).isEmpty();
        own.stop(oldLink);
        assertThat(own.of(member)).isEqualTo(SubscriptionChoice.NOTHING);
    }

    @Test
    void onlyEditorsLookAfterSubscribers() {
        Reader member = somebody.of(somebody.agency("Members"), Role.ADMINISTRATOR, Role.COORDINATOR);
        assertThatThrownBy(
                        () -> subscribers.add(new SubscriberEntry(address("x"), ""), null, NEWSLETTER, "Asked", member))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> domains.allow("x.example", member)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> portal.getBean(SubscriberList.class).count(SubscriberFilter.ALL, member))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theListFindsByWordsKindAgencyAndTopic() {
        SubscriberList list = portal.getBean(SubscriberList.class);
        String agency = somebody.agency("Listed");
        subscribers.add(
                new SubscriberEntry(address("listed"), "Samphire_" + run),
                agency,
                new SubscriptionChoice(Set.of(BulletinKind.NEWSLETTER), Set.of("road-safety")),
                "Asked",
                editor);
        assertThat(list.search(new SubscriberFilter("PHIRE_" + run, null, null, null, false), 0, 5, editor))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.email()).isEqualTo(address("listed"));
                    assertThat(found.agency()).startsWith("Listed");
                    assertThat(found.basis()).isEqualTo("Asked");
                });
        assertThat(count(list, BulletinKind.NEWSLETTER, agency, "road-safety")).isOne();
        assertThat(count(list, BulletinKind.E_BULLETIN, agency, null)).isZero();
        assertThat(count(list, null, agency, "domestic-abuse")).isZero();
        assertThat(count(list, null, agency, null)).isOne();
        domains.withdraw(domain, editor);
        assertThat(count(list, null, agency, null)).as("gets nothing now").isZero();
        domains.allow(domain, editor);
        assertThat(count(list, null, agency, null)).isOne();
        subscribers.end(outside(address("listed")).id(), editor);
        assertThat(count(list, null, agency, null)).isZero();
        assertThat(list.count(new SubscriberFilter("", null, agency, null, true), editor))
                .isOne();
    }

    private int count(
            SubscriberList list,
            @org.jspecify.annotations.Nullable BulletinKind kind,
            String agency,
            @org.jspecify.annotations.Nullable String topic) {
        return list.count(new SubscriberFilter("", kind, agency, topic, false), editor);
    }

    @Test
    void whatIsHeldIsErasedOnceItHasEnded() {
        String email = address("sedge");
        subscribers.add(new SubscriberEntry(email, "Sedge"), null, NEWSLETTER, "Asked", editor);
        UUID id = outside(email).id();
        subscribers.erase(id, editor);
        assertThat(rows.ofAddress(email)).as("still gets bulletins").isPresent();
        own.stop(link(outside(email)));
        subscribers.erase(id, editor);
        assertThat(rows.ofAddress(email)).isEmpty();
        assertThat(trail(id)).first().isEqualTo("bulletins.subscriber-erased");
    }

    @Test
    void theirOwnCopyHasWhatIsHeld() {
        Reader member = somebody.of(somebody.agency("Members"));
        own.choose(new SubscriptionChoice(Set.of(BulletinKind.NEWSLETTER), Set.of("road-safety")), member);
        assertThat(portal.getBean(OwnSubscriberData.class).of(member.personId()))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
                .singleElement()
                .asString()
                .contains("NEWSLETTER", "road-safety", "Chosen on the account page");
    }

    private String email(Reader member) {
        return portal.getBean(PersonList.class)
                .find(member.personId())
                .orElseThrow()
                .email();
    }

    private List<String> trail(UUID subscriber) {
        return portal.getBean(AuditTrail.class).of("subscriber:" + subscriber, 20).stream()
                .map(AuditLine::action)
                .toList();
    }
}

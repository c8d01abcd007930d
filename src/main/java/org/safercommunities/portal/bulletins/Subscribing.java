package org.safercommunities.portal.bulletins;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.bulletins.SubscriberRows.Kept;
import org.safercommunities.portal.bulletins.SubscriberRows.Whose;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People without an account ask for bulletins on the public page, and confirm it by the link in a mail. */
@Service
public class Subscribing {

    static final Duration OPEN = Duration.ofDays(7);

    /** With the moment as its parameter: what nobody confirmed in time, save of people whose data is held. */
    static final String LAPSED = "asked_at <= ? AND email NOT IN (SELECT h.email FROM person_held h)";

    private final SubscriberRows rows;
    private final SubscriberDomains domains;
    private final ChosenTopics chosenTopics;
    private final PersonList people;
    private final SubscribingPace pace;
    private final Contact contact;
    private final ApplicationEventPublisher messages;
    private final JdbcClient jdbc;
    private final Clock clock;

    Subscribing(
            SubscriberRows rows,
            SubscriberDomains domains,
            ChosenTopics chosenTopics,
            PersonList people,
            SubscribingPace pace,
            Contact contact,
            ApplicationEventPublisher messages,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.domains = domains;
        this.chosenTopics = chosenTopics;
        this.people = people;
        this.pace = pace;
        this.contact = contact;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Asked(SubscriberEntry entry, SubscriptionChoice choice) {}

    /**
     * Takes what somebody asks for. Whoever asks learns nothing about the address by it: one that gets bulletins already, one
     * with an account and one that is new are answered alike, by mail.
     *
     * @param place network address that the question comes from
     * @throws InvalidBulletin when too many came from there, or the domain is not among those the team allows
     */
    @Transactional
    public void ask(SubscriberEntry entry, SubscriptionChoice choice, String place) {
        chosenTopics.checked(choice);
        if (choice.kinds().isEmpty()) {
            throw new InvalidBulletin("kinds", "Choose at least one");
        }
        if (!pace.allowsPlace(place)) {
            throw new InvalidBulletin("request", "Too many requests came from your network. Try again in an hour");
        }
        if (!domains.allows(entry.email())) {
            throw new InvalidBulletin(
                    "email",
                    "Bulletins go to work addresses of our partners, and %s is not among them yet. Use your work address, or ask %s to add it"
                            .formatted(entry.domain(), contact.email()));
        }
        if (!pace.allowsAddress(entry.email())) {
            return;
        }
        Optional<PersonSummary> member = people.findByEmail(entry.email()).filter(PersonSummary::active);
        if (member.isPresent()) {
            messages.publishEvent(
                    new SubscriptionAsked.ByMember(entry.email(), member.get().name()));
            return;
        }
        SecretLink link = SecretLink.to(UUID.randomUUID());
        jdbc.sql("""
                INSERT INTO subscription_request (id, secret, email, name, kinds, topics, asked_at)
                VALUES (:id, :secret, :email, :name, :kinds, :topics, :now)
                """)
                .param("id", link.id().toString())
                .param("secret", link.secret())
                .param("email", entry.email())
                .param("name", entry.name())
                .param("kinds", choice.kindsAsText())
                .param("topics", choice.topicsAsText())
                .param("now", Sql.utc(clock.instant()))
                .update();
        messages.publishEvent(new SubscriptionAsked.ByStranger(entry.email(), link.text(), choice));
    }

    /**
     * What they confirmed; empty when the link is unknown, was used, is older than seven days, or its domain is allowed no more.
     */
    @Transactional
    public Optional<SubscriptionChoice> confirm(String link) {
        return SecretLink.read(link)
                .flatMap(this::asked)
                .filter(asked -> domains.allows(asked.entry().email()))
                .map(this::confirmed);
    }

    private SubscriptionChoice confirmed(Asked asked) {
        SubscriberEntry entry = asked.entry();
        Kept kept = rows.findOrMake(Whose.outside(entry.email(), entry.name(), null), "Confirmed by mail", true);
        SubscriptionChoice choice = chosenTopics.known(asked.choice());
        rows.describe(kept.id(), entry.name().isEmpty() ? kept.name() : entry.name(), kept.agency());
        rows.choose(kept.id(), choice);
        rows.begin(kept.id(), "Confirmed by mail", true);
        jdbc.sql("DELETE FROM subscription_request WHERE email = ?")
                .param(entry.email())
                .update();
        messages.publishEvent(new SubscriberChanged(kept.id(), "confirmed", Map.of(), null));
        return choice;
    }

    private Optional<Asked> asked(SecretLink link) {
        record Found(byte[] secret, Asked asked) {}
        Optional<Found> found = jdbc.sql("SELECT * FROM subscription_request WHERE id = ? AND asked_at > ? FOR UPDATE")
                .param(link.id().toString())
                .param(Sql.utc(clock.instant().minus(OPEN)))
                .query((row, number) -> new Found(
                        row.getBytes("secret"),
                        new Asked(
                                new SubscriberEntry(row.getString("email"), row.getString("name")),
                                SubscriptionChoice.ofTexts(row.getString("kinds"), row.getString("topics")))))
                .optional();
        return found.filter(one -> link.opens(one.secret())).map(Found::asked);
    }

    /** Returns how many questions that nobody confirmed in time it deleted. */
    @Transactional
    public int deleteLapsed() {
        return jdbc.sql("DELETE FROM subscription_request WHERE " + LAPSED)
                .param(Sql.utc(clock.instant().minus(OPEN)))
                .update();
    }
}

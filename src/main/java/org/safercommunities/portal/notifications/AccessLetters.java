package org.safercommunities.portal.notifications;

import java.util.Objects;
import java.util.UUID;
import org.safercommunities.portal.agencies.AccessRequestAnswered;
import org.safercommunities.portal.agencies.AccessRequestSummary;
import org.safercommunities.portal.agencies.AccessRequested;
import org.safercommunities.portal.agencies.AccessRequestedByMember;
import org.safercommunities.portal.agencies.AccessRequests;
import org.safercommunities.portal.agencies.AccountOpened;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.OpenedAccount;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails about coming in: a request has arrived, was answered, an account was opened. Written in the same transaction, and
 * about an answer with what the answer itself says.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AccessLetters {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLetters.class);

    private final Outbox outbox;
    private final MailTemplate template;
    private final AccessRequests requests;
    private final PersonList people;
    private final Agencies agencies;

    AccessLetters(Outbox outbox, MailTemplate template, AccessRequests requests, PersonList people, Agencies agencies) {
        this.outbox = outbox;
        this.template = template;
        this.requests = requests;
        this.people = people;
        this.agencies = agencies;
    }

    @EventListener
    void on(AccessRequested message) {
        AccessRequestSummary request = request(message.request());
        send(AccessWords.received(), request.email(), "", "access-request-received", "access-request:" + request.id());
    }

    @EventListener
    void on(AccessRequestedByMember message) {
        people.find(message.person())
                .ifPresent(person -> send(
                        AccessWords.alreadyIn(person.name(), signsInThere(person)),
                        person.email(),
                        person.name(),
                        "access-request-not-needed",
                        "person:" + person.id()));
    }

    @EventListener
    void on(AccessRequestAnswered message) {
        AccessRequestSummary request = message.request();
        OpenedAccount account = message.account();
        send(
                account == null
                        ? AccessWords.declined(request.name(), Objects.requireNonNullElse(request.answer(), ""))
                        : AccessWords.accepted(request.name(), account.agency().name(), account.wayIn()),
                request.email(),
                request.name(),
                account == null ? "access-request-declined" : "access-request-accepted",
                "access-request:" + request.id());
    }

    @EventListener
    void on(AccountOpened message) {
        OpenedAccount account = message.account();
        send(
                AccessWords.opened(account.name(), account.agency().name(), account.wayIn()),
                account.email(),
                account.name(),
                "account-opened",
                "person:" + account.person());
    }

    private void send(Letter letter, String address, String name, String kind, String reference) {
        if (Mail.isAddress(address)) {
            outbox.send(template.fill(letter, address, name, kind, reference));
        } else {
            LOG.warn("No mail can be sent about {}: its address is not one that mail can be sent to", reference);
        }
    }

    private AccessRequestSummary request(UUID id) {
        return requests.find(id, Reader.portal()).orElseThrow();
    }

    private boolean signsInThere(PersonSummary person) {
        return agencies.find(person.agency())
                .map(AgencySummary::identityProvider)
                .isPresent();
    }
}

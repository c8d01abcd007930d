package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People whose agency the portal does not know ask to be let in, and administrators answer. */
@Service
public class AccessRequests {

    private static final int LONGEST_ANSWER = 1000;

    private final AccessRequestRecords requests;
    private final PersonRecords people;
    private final MembershipRecords memberships;
    private final Accounts accounts;
    private final AskingPace pace;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    AccessRequests(
            AccessRequestRecords requests,
            PersonRecords people,
            MembershipRecords memberships,
            Accounts accounts,
            AskingPace pace,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.requests = requests;
        this.people = people;
        this.memberships = memberships;
        this.accounts = accounts;
        this.pace = pace;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Takes a request. Whoever asks learns nothing about the address by it: one that is in already, one that has asked
     * before and one that is new are answered alike, by mail.
     *
     * @param place network address that the request comes from
     * @throws InvalidEntry when too many came from there
     */
    @Transactional
    public void ask(AccessQuestion question, String place) {
        if (!pace.allowsPlace(place)) {
            throw new InvalidEntry("request", "Too many requests came from your network. Try again in an hour");
        }
        if (!pace.allowsAddress(question.email())) {
            return;
        }
        Optional<Person> member = people.findByEmail(question.email()).stream()
                .filter(person ->
                        memberships.findByPersonIdAndEndedAtIsNull(person.id()).isPresent())
                .findFirst();
        if (member.isPresent()) {
            messages.publishEvent(new AccessRequestedByMember(member.get().id()));
            return;
        }
        Optional<AccessRequest> open = requests.findFirstByEmailAndState(question.email(), AccessRequestState.OPEN);
        if (open.isPresent()) {
            open.get().askedAgain(question);
            return;
        }
        AccessRequest request = requests.save(new AccessRequest(question, clock.instant()));
        messages.publishEvent(new AccessRequested(request.id()));
    }

    /** Those that wait for an answer, the oldest first. */
    @Transactional(readOnly = true)
    public List<AccessRequestSummary> open(int limit, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return summaries(requests.findByStateOrderByAskedAt(AccessRequestState.OPEN, Limit.of(limit)));
    }

    /** Those that have been answered, the newest first. */
    @Transactional(readOnly = true)
    public List<AccessRequestSummary> answered(int limit, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return summaries(requests.findAnswered(Limit.of(limit)));
    }

    @Transactional(readOnly = true)
    public Optional<AccessRequestSummary> find(UUID id, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return requests.findById(id).map(AccessRequest::summary);
    }

    @Transactional(readOnly = true)
    public int countOpen() {
        return requests.countByState(AccessRequestState.OPEN);
    }

    /**
     * Lets the person in, as one of this agency. Talks to Keycloak, so not for use inside a transaction; when it fails,
     * nothing has changed and it can be tried again.
     *
     * @param agency slug
     * @return the person's id
     * @throws InvalidEntry as of {@link Accounts#open}, or when the request is answered already
     */
    public UUID accept(UUID id, String agency, Reader by) {
        NotAllowed.unlessAdministrator(by);
        AccessRequestSummary asked = existing(id).summary();
        if (!asked.open()) {
            throw answeredAlready();
        }
        try {
            return accounts.open(asked.email(), asked.name(), agency, by, account -> {
                AccessRequest request = existing(id);
                request.accept(account.person(), by.actor(), clock.instant());
                messages.publishEvent(new AccessRequestAnswered(request.summary(), account, by.actor()));
            });
        } catch (OptimisticLockingFailureException sameMoment) {
            throw answeredAlready();
        }
    }

    /** @param answer what the person is told, in a mail */
    @Transactional
    public void decline(UUID id, String answer, Reader by) {
        NotAllowed.unlessAdministrator(by);
        String words = Typed.text(answer);
        if (words.isEmpty() || words.length() > LONGEST_ANSWER) {
            throw new InvalidEntry("answer", "Write an answer, at most 1,000 characters: the person gets it by mail");
        }
        AccessRequest request = existing(id);
        request.decline(words, by.actor(), clock.instant());
        messages.publishEvent(new AccessRequestAnswered(request.summary(), null, by.actor()));
    }

    private AccessRequest existing(UUID id) {
        return requests.findById(id).orElseThrow(() -> new InvalidEntry("request", "There is no such request"));
    }

    private static InvalidEntry answeredAlready() {
        return new InvalidEntry("request", "Somebody has answered this request meanwhile");
    }

    private static List<AccessRequestSummary> summaries(List<AccessRequest> found) {
        return found.stream().map(AccessRequest::summary).toList();
    }
}

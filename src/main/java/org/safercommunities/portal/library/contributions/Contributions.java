package org.safercommunities.portal.library.contributions;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.library.UnknownDocument;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The author’s side of offered documents: anybody who signed in writes, sends, changes and takes back their own, until the team has
 * decided. Their agency’s coordinators may take back what waits.
 */
@Service
public class Contributions {

    private final ContributionTable rows;
    private final Contributors contributors;
    private final Documents documents;
    private final Topics topics;
    private final ContributionSettings settings;
    private final ApplicationEventPublisher messages;

    Contributions(
            ContributionTable rows,
            Contributors contributors,
            Documents documents,
            Topics topics,
            ContributionSettings settings,
            ApplicationEventPublisher messages) {
        this.rows = rows;
        this.contributors = contributors;
        this.documents = documents;
        this.topics = topics;
        this.settings = settings;
        this.messages = messages;
    }

    /**
     * Begins an offer on behalf of this person’s agency: a draft that only they see.
     *
     * @param file null when it is to come
     * @param versionOf a document that came from this person; null for a new one
     * @return its id
     */
    @Transactional
    public UUID begin(ContributionContent content, @Nullable StoredFile file, @Nullable UUID versionOf, Reader by) {
        if (by.agencyId().isEmpty()) {
            throw new AccessDeniedException("Documents are offered on behalf of an agency");
        }
        unlessTooMany(by, ContributionState.DRAFT, "You have %d drafts already. Send some, or throw some away");
        check(content);
        if (versionOf != null) {
            unlessFromThem(versionOf, by);
        }
        UUID id = UUID.randomUUID();
        rows.add(id, content, versionOf, by.agencyId(), by);
        tell(id, "begun", Map.of("agency", by.agencyId()), by);
        if (file != null) {
            put(id, file, by);
        }
        return id;
    }

    /**
     * Says it anew.
     *
     * @param version the one that this person has read
     * @return the one that there is now
     */
    @Transactional
    public int change(UUID id, int version, ContributionContent content, Reader by) {
        ContributionDetails now = own(id, by);
        if (now.version() != version) {
            throw new ContributionChangedMeanwhile(
                    "It was changed in another window meanwhile. Open it again, then change it", now.version());
        }
        if (content.equals(now.content())) {
            return version;
        }
        check(content);
        if (now.state() == ContributionState.WAITING) {
            content.unlessComplete(now.isNewerVersion());
        }
        rows.write(id, content);
        // What somebody writes into a draft nobody else has seen
        if (now.state() != ContributionState.DRAFT) {
            tell(id, "changed", Map.of(), by);
        }
        return version + 1;
    }

    /** Puts its file in, or another in the place of the one that there was. */
    @Transactional
    public int file(UUID id, StoredFile file, Reader by) {
        ContributionDetails now = own(id, by);
        put(id, file, by);
        return now.version() + 1;
    }

    /** Sends it to the team. */
    @Transactional
    public void send(UUID id, Reader by) {
        ContributionDetails now = own(id, by);
        if (now.state() == ContributionState.WAITING) {
            throw new InvalidDocument("state", "It waits for the team already");
        }
        now.unlessComplete();
        UUID versionOf = now.versionOf();
        if (versionOf != null) {
            unlessFromThem(versionOf, by);
        }
        unlessTooMany(
                by,
                ContributionState.WAITING,
                "%d of your documents wait for the team already. Wait until it has decided on some, or take some back");
        rows.send(id);
        rows.step(id, "sent", by, null);
        tell(id, "sent", Map.of("agency", now.agency()), by);
    }

    /** Takes back what waits; it is a draft of its author’s again. */
    @Transactional
    public void takeBack(UUID id, Reader by) {
        ContributionDetails now = rows.hold(id, by).orElseThrow(() -> new UnknownContribution(id));
        if (!now.author().equals(by.personId()) && !WhoSeesContribution.isForAgency(now.agency(), by)) {
            throw new AccessDeniedException("Only its author and their agency’s coordinators take it back");
        }
        unlessPublished(now);
        if (now.state() != ContributionState.WAITING) {
            throw new InvalidDocument("state", "Only what waits for the team is taken back");
        }
        rows.takeBack(id);
        rows.step(id, "taken-back", by, null);
        tell(id, "taken-back", Map.of("agency", now.agency()), by);
    }

    /** Throws away what is not published. Its file goes with the next sweep. */
    @Transactional
    public void discard(UUID id, Reader by) {
        own(id, by);
        rows.delete(id);
        tell(id, "discarded", Map.of(), by);
    }

    /** Others see it, but change nothing about it here. */
    private ContributionDetails own(UUID id, Reader by) {
        ContributionDetails now = rows.hold(id, by).orElseThrow(() -> new UnknownContribution(id));
        if (!now.author().equals(by.personId())) {
            throw new AccessDeniedException("Only its author changes what they offer");
        }
        unlessPublished(now);
        return now;
    }

    private static void unlessPublished(ContributionDetails now) {
        if (!now.state().isOpen()) {
            throw new InvalidDocument(
                    "state", "It is in the library already. On its page there you can offer a newer version");
        }
    }

    private void put(UUID id, StoredFile file, Reader by) {
        rows.file(id, file);
        tell(id, "file", Map.of("sha256", file.sha256()), by);
    }

    private void unlessTooMany(Reader by, ContributionState state, String message) {
        int there = rows.count(by.personId(), state);
        if (there >= settings.waiting()) {
            throw new InvalidDocument("state", message.formatted(there));
        }
    }

    /** To others the document is as if it were not there. */
    private void unlessFromThem(UUID document, Reader by) {
        if (documents.find(document, by).isEmpty()) {
            throw new UnknownDocument(document);
        }
        if (!contributors.isOne(document, by)) {
            throw new AccessDeniedException("Only whoever offered a document offers a newer version of it");
        }
    }

    private void check(ContributionContent content) {
        if (topics.kinds().stream().noneMatch(kind -> kind.slug().equals(content.kind()))) {
            throw new InvalidDocument(
                    "kind",
                    "“%s” is not a kind of document. Use one of: %s"
                            .formatted(
                                    content.kind(),
                                    topics.currentKinds().stream()
                                            .map(Topics.Kind::slug)
                                            .collect(Collectors.joining(", "))));
        }
        Map<String, String> known = topics.names();
        content.topics().stream()
                .filter(topic -> !known.containsKey(topic))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new InvalidDocument(
                            "topics",
                            "“%s” is not a topic. Use some of: %s"
                                    .formatted(unknown, String.join(", ", known.keySet())));
                });
    }

    private void tell(UUID id, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new ContributionMessage(id, what, details, by.actor()));
    }
}

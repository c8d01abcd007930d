package org.safercommunities.portal.bulletins;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.ManyReaders;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.events.WhoSeesEvents;
import org.safercommunities.portal.library.WhoSeesDocuments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which of the things that a bulletin tells of each recipient may see; library and events decide it by their own rules, for
 * thousands of people in a few statements. To people without an account only what is for everyone is told, and nothing that is
 * marked, whatever agency they say they are of.
 */
@Service
public class WhoMayReadBlock {

    private final Readers readers;
    private final ManyReaders manyReaders;
    private final WhoSeesDocuments documents;
    private final WhoSeesEvents events;
    private final Readership readership;

    WhoMayReadBlock(
            Readers readers,
            ManyReaders manyReaders,
            WhoSeesDocuments documents,
            WhoSeesEvents events,
            Readership readership) {
        this.readers = readers;
        this.manyReaders = manyReaders;
        this.documents = documents;
        this.events = events;
        this.readership = readership;
    }

    /** Ids of documents and events. */
    public record Things(Set<UUID> documents, Set<UUID> events) {

        public static final Things NONE = new Things(Set.of(), Set.of());

        public Things {
            documents = Set.copyOf(documents);
            events = Set.copyOf(events);
        }
    }

    /** These recipients by what they may see of these things: those of one group get the same copy. */
    @Transactional
    public Map<Things, List<Recipient>> groups(Collection<Recipient> recipients, Things things) {
        List<Reader> accounts = readers.ofAll(recipients.stream()
                .flatMap(recipient -> Stream.ofNullable(recipient.person()))
                .toList());
        Map<UUID, Things> seen = seen(accounts, things);
        Things outside = new Things(documents.toldOutside(things.documents()), events.toldOutside(things.events()));
        Map<Things, List<Recipient>> groups = new LinkedHashMap<>();
        for (Recipient recipient : recipients) {
            UUID person = recipient.person();
            // Whoever left between two statements has no reader, and sees nothing
            Things theirs = person == null ? outside : seen.getOrDefault(person, Things.NONE);
            groups.computeIfAbsent(theirs, any -> new java.util.ArrayList<>()).add(recipient);
        }
        return groups;
    }

    /** How many of a bulletin’s recipients may see each of these things, by its id; 0 where nobody may. */
    @Transactional
    public Map<UUID, Integer> count(BulletinAudience audience, Things things) {
        Map<UUID, Integer> counts = new HashMap<>();
        Stream.concat(things.documents().stream(), things.events().stream()).forEach(id -> counts.put(id, 0));
        readership.each(
                audience,
                page -> groups(page, things)
                        .forEach((seen, recipients) -> Stream.concat(seen.documents().stream(), seen.events().stream())
                                .forEach(id -> counts.merge(id, recipients.size(), Integer::sum))));
        return counts;
    }

    private Map<UUID, Things> seen(List<Reader> accounts, Things things) {
        manyReaders.hold(accounts);
        Map<UUID, Set<UUID>> seenDocuments = documents.published(things.documents());
        Map<UUID, Set<UUID>> seenEvents = events.published(things.events());
        Set<UUID> people = new HashSet<>(seenDocuments.keySet());
        people.addAll(seenEvents.keySet());
        Map<UUID, Things> seen = new HashMap<>();
        // One object for all who see the same
        Map<Things, Things> same = new HashMap<>();
        for (UUID person : people) {
            Things theirs =
                    new Things(seenDocuments.getOrDefault(person, Set.of()), seenEvents.getOrDefault(person, Set.of()));
            seen.put(person, same.computeIfAbsent(theirs, any -> any));
        }
        return seen;
    }
}

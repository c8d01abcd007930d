package org.safercommunities.portal.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Limited;
import org.safercommunities.portal.shared.Limits;
import org.safercommunities.portal.shared.TooOften;
import org.springframework.stereotype.Service;

/** Finds things of every module. What a reader may not see does not exist here: not as a result, a count or a suggestion. */
@Service
public class Search {

    private static final int MOST_SUGGESTIONS = 20;
    private static final int MOST_TYPED_CHARACTERS = 200;

    private final EntityManagerFactory sessions;
    private final Abbreviations abbreviations;
    private final Tripwire tripwire;
    private final FactsForReaders facts;
    private final Indexer indexer;
    private final Clock clock;
    private final Limits limits;

    Search(
            EntityManagerFactory sessions,
            Abbreviations abbreviations,
            Tripwire tripwire,
            FactsForReaders facts,
            Indexer indexer,
            Clock clock,
            Limits limits) {
        this.sessions = sessions;
        this.abbreviations = abbreviations;
        this.tripwire = tripwire;
        this.facts = facts;
        this.indexer = indexer;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * A page of what this reader may see. Never fails because of what was typed.
     *
     * @throws TooOften when they search too often
     */
    public SearchResults search(SearchQuery query, Reader reader) {
        if (reader.actor() != null) {
            limits.unlessTooOften(Limited.SEARCHES, reader.personId().toString());
        }
        Wording wording = Wording.of(query.text(), query.exactWords(), query.unfinished(), abbreviations.current());
        boolean catchingUp = indexer.status().catchingUp();
        try (Lookup lookup = new Lookup(sessions.createEntityManager(), reader, clock.instant())) {
            return new Attempt(lookup, query, wording, things -> tripwire.admitted(things, reader, lookup.entities()))
                    .results(
                            things -> facts.added(things, reader).stream()
                                    .map(thing -> reader.isProven() ? thing : thing.withoutSensitiveContents())
                                    .toList(),
                            catchingUp);
        }
    }

    /** Things whose titles fit what has been typed so far, best first; at most {@value #MOST_SUGGESTIONS}. */
    public List<Suggestion> suggest(String typed, Reader reader, int limit) {
        String sofar = PlainText.of(typed, MOST_TYPED_CHARACTERS);
        Wording wording = Wording.of(sofar, false, true, abbreviations.current());
        if (wording.isEmpty()) {
            return List.of();
        }
        int most = Math.clamp(limit, 1, MOST_SUGGESTIONS);
        try (Lookup lookup = new Lookup(sessions.createEntityManager(), reader, clock.instant())) {
            Predicates predicates = lookup.predicates(wording);
            List<StoredThing> things = lookup.best(predicates.inTitle(sofar.strip(), false), most);
            Set<Integer> similar = Set.of();
            if (things.isEmpty()) {
                similar = wording.spellable();
                things = lookup.best(predicates.inTitle(sofar.strip(), true), most);
            }
            Highlighter highlighter = new Highlighter(wording, similar, 1);
            return facts.added(tripwire.admitted(things, reader, lookup.entities()), reader).stream()
                    .map(thing -> new Suggestion(
                            thing.source(),
                            UUID.fromString(thing.thingId()),
                            highlighter.mark(thing.title()),
                            thing.kind(),
                            thing.path(),
                            Facts.read(thing.facts())))
                    .toList();
        }
    }

    /**
     * Which of these things a search finds for this reader, with the words as typed or abbreviated and in no other spelling. Asks the
     * database only when something was found.
     */
    public Set<UUID> among(String source, Collection<UUID> things, SearchQuery query, Reader reader) {
        Wording wording = Wording.of(query.text(), query.exactWords(), false, abbreviations.current());
        if (things.isEmpty() || wording.isEmpty() && !query.text().isBlank()) {
            return Set.of();
        }
        try (Lookup lookup = new Lookup(sessions.createEntityManager(), reader, clock.instant())) {
            List<StoredThing> found = lookup.among(
                    wording.isEmpty()
                            ? lookup.everything()
                            : lookup.predicates(wording).allWords(),
                    query,
                    entries(source, things));
            return tripwire.admitted(found, reader, lookup.entities()).stream()
                    .map(thing -> UUID.fromString(thing.thingId()))
                    .collect(Collectors.toSet());
        }
    }

    /** Which of these things the index holds as they are now, whoever may see them. */
    public Set<UUID> findable(String source, Collection<UUID> things) {
        if (things.isEmpty()) {
            return Set.of();
        }
        try (EntityManager entities = sessions.createEntityManager()) {
            List<?> ids = entities.createNativeQuery(
                            "SELECT thing_id FROM search_entry WHERE id IN (:entries) AND NOT pending AND NOT removed")
                    .setParameter("entries", entries(source, things))
                    .getResultList();
            return ids.stream().map(id -> UUID.fromString(id.toString())).collect(Collectors.toSet());
        }
    }

    private static List<UUID> entries(String source, Collection<UUID> things) {
        return things.stream().map(thing -> IndexedThing.idOf(source, thing)).toList();
    }

    /** How the index is; for administrators and for those who wait for it. */
    public SearchStatus status() {
        return indexer.status();
    }
}

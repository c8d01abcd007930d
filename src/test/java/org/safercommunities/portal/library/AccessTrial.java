package org.safercommunities.portal.library;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.agencies.sharing.SharingAgreements;
import org.safercommunities.portal.library.AccessWorld.Somebody;
import org.safercommunities.portal.library.AccessWorld.Something;
import org.safercommunities.portal.search.Search;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Draws (person, document, exit) at random and holds what the portal does against the oracle. */
public class AccessTrial {

    /**
     * What came of a run. Leaks: shown though not theirs. Withheld: not shown though theirs.
     *
     * @param inEmergency cases in which nothing but an emergency opens the document
     */
    public record Outcome(int cases, int visible, int inEmergency, List<String> leaks, List<String> withheld) {}

    private static final Duration FOR_INDEX = Duration.ofSeconds(60);

    private final Agencies agencies;
    private final Groups groups;
    private final People people;
    private final Readers readers;
    private final Library library;
    private final DocumentLife life;
    private final Documents documents;
    private final List<AccessExits.Named> exits;
    private final LibraryFeed feed;
    private final Search search;
    private final SharingAgreements agreements;
    private final JdbcClient jdbc;

    public AccessTrial(BeanFactory portal) {
        agencies = portal.getBean(Agencies.class);
        groups = portal.getBean(Groups.class);
        people = portal.getBean(People.class);
        readers = portal.getBean(Readers.class);
        library = portal.getBean(Library.class);
        life = portal.getBean(DocumentLife.class);
        documents = portal.getBean(Documents.class);
        exits = AccessExits.all(portal);
        feed = portal.getBean(LibraryFeed.class);
        search = portal.getBean(Search.class);
        agreements = portal.getBean(SharingAgreements.class);
        jdbc = portal.getBean(JdbcClient.class);
    }

    public Outcome run(long seed, int cases) {
        return run(seed, cases, UnaryOperator.identity());
    }

    /** The control: everyone is handed the keys of all groups, as a careless change of the rule might do. */
    public Outcome runWeakened(long seed, int cases) {
        return run(seed, cases, reader -> {
            Set<String> more = new HashSet<>();
            groups.all().forEach(group -> more.add(group.slug()));
            return new Reader(
                    reader.personId(), reader.agencyId(), reader.agencyIds(), more, reader.roles(), reader.held());
        });
    }

    private Outcome run(long seed, int cases, UnaryOperator<Reader> rule) {
        AccessWorld world = new AccessWorld(seed);
        world.make(agencies, groups, people, library, life, agreements, jdbc);
        awaitIndex(world);
        world.putInForce(jdbc);
        try {
            return compare(world, seed, cases, rule);
        } finally {
            world.takeOutOfForce(jdbc);
        }
    }

    private Outcome compare(AccessWorld world, long seed, int cases, UnaryOperator<Reader> rule) {
        AccessOracle oracle = new AccessOracle(world.successor, world.signed, world.emergencies);

        Map<UUID, Reader> asReaders = new HashMap<>();
        for (Somebody person : world.people) {
            asReaders.put(
                    person.id(),
                    rule.apply(readers.of(person.id()).orElseThrow().proven()));
        }
        List<String> leaks = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        int visible = 0;
        int inEmergency = 0;
        Random random = new Random(seed + 1);
        for (int each = 0; each < cases; each++) {
            Somebody person = world.people.get(random.nextInt(world.people.size()));
            Something document = world.documents.get(random.nextInt(world.documents.size()));
            if (random.nextInt(3) == 0) {
                // What was opened in an emergency, by whoever opened it or by another
                AccessWorld.Pair pair = world.opened.get(random.nextInt(world.opened.size()));
                document = world.document(pair.document());
                person = random.nextInt(4) == 0 ? person : world.person(pair.person());
            }
            AccessExits.Named exit = exits.get(random.nextInt(exits.size()));
            boolean should = oracle.maySee(person, document)
                    && (exit.forEditors() || document.state() == DocumentState.PUBLISHED && document.inItsTime());
            if (AccessExits.BY_ADDRESS.contains(exit.name()) && oracle.mayOpenInEmergency(person, document)) {
                should = true;
                inEmergency++;
            }
            boolean does = exit.exit().shows(document, java.util.Objects.requireNonNull(asReaders.get(person.id())));
            if (documents
                            .gone(document.id(), java.util.Objects.requireNonNull(asReaders.get(person.id())))
                            .isPresent()
                    != oracle.mayKnowThatItIsGone(person, document)) {
                leaks.add("the place of %s tells %s otherwise than it should".formatted(document, person));
            }
            if (documents.withheld(document.id(), java.util.Objects.requireNonNull(asReaders.get(person.id())))
                    != oracle.mayKnowThatItIsUnsigned(person, document)) {
                leaks.add("the place of %s speaks of a signature to %s otherwise than it should"
                        .formatted(document, person));
            }
            visible += should ? 1 : 0;
            if (does && !should) {
                leaks.add("%s shows %s to %s".formatted(exit.name(), document, person));
            } else if (should && !does) {
                withheld.add("%s hides %s from %s".formatted(exit.name(), document, person));
            }
        }
        for (DocumentCard told : feed.newest()) {
            world.documents.stream()
                    .filter(document -> document.id().equals(told.id()))
                    .filter(document -> document.state() != DocumentState.PUBLISHED
                            || !document.inItsTime()
                            || document.sensitive()
                            || !document.audience().everyone())
                    .forEach(document -> leaks.add("the feed shows %s to anybody".formatted(document)));
        }
        return new Outcome(cases, visible, inEmergency, leaks, withheld);
    }

    /** Until the last published document can be found; the trial would otherwise take a late index for a leak-proof one. */
    private void awaitIndex(AccessWorld world) {
        long deadline = System.nanoTime() + FOR_INDEX.toNanos();
        for (Something document : world.documents) {
            if (document.state() != DocumentState.PUBLISHED || !document.inItsTime()) {
                continue;
            }
            Set<String> allGroups = document.audience().groups();
            Reader reader = new Reader(
                    document.audience().people().stream().findFirst().orElse(document.author()),
                    "none",
                    document.audience().agencies(),
                    allGroups,
                    Set.of(org.safercommunities.portal.agencies.Role.EDITOR));
            while (search.search(org.safercommunities.portal.search.SearchQuery.of(document.bodyWord()), reader)
                    .hits()
                    .isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("not found in the index in time: " + document);
                }
                Thread.onSpinWait();
            }
        }
    }
}

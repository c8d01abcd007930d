package org.safercommunities.portal.bulletins;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.drawing.BlockFacts;
import org.safercommunities.portal.bulletins.drawing.BulletinDrawing;
import org.safercommunities.portal.events.WhoSeesEvents;
import org.safercommunities.portal.library.WhoSeesDocuments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The newest bulletins that somebody may read, for a feed reader that cannot sign in. What it is given is therefore what is told to
 * people without an account: of each bulletin only what is for everyone and not marked, and of one that is to be read on the web
 * with an account only, no more than that there is one.
 */
@Service
public class BulletinFeed {

    private static final int NEWEST = 50;
    private static final String AFTER_SIGN_IN = "A %s to be read after signing in";

    private final Bulletins bulletins;
    private final BulletinRecords records;
    private final WhoSeesDocuments documents;
    private final WhoSeesEvents events;
    private final FactsOfBlocks facts;
    private final BulletinReading reading;
    private final BulletinDrawing drawing;

    BulletinFeed(
            Bulletins bulletins,
            BulletinRecords records,
            WhoSeesDocuments documents,
            WhoSeesEvents events,
            FactsOfBlocks facts,
            BulletinReading reading,
            BulletinDrawing drawing) {
        this.bulletins = bulletins;
        this.records = records;
        this.documents = documents;
        this.events = events;
        this.facts = facts;
        this.reading = reading;
        this.drawing = drawing;
    }

    /**
     * One bulletin in a feed.
     *
     * @param summary the line under its title; may be empty
     * @param html what it says; empty when it says so only after signing in
     */
    public record Entry(UUID id, BulletinKind kind, String title, String summary, Instant sent, String html) {}

    /** Newest first; as many statements for fifty as for one. */
    @Transactional(readOnly = true)
    public List<Entry> newest(Reader owner) {
        List<UUID> ids = bulletins.archive(null, 0, NEWEST, owner).stream()
                .map(BulletinCard::id)
                .toList();
        Map<UUID, Bulletin> found =
                records.findByIdIn(ids).stream().collect(Collectors.toMap(Bulletin::id, Function.identity()));
        List<Bulletin> newest =
                ids.stream().map(found::get).filter(Objects::nonNull).toList();
        List<Blocks> open = newest.stream()
                .filter(bulletin -> !bulletin.accountOnly())
                .map(Bulletin::blocks)
                .toList();
        BlockFacts known = facts.of(open, Reader.stranger());
        Set<UUID> toldDocuments = documents.toldOutside(things(open, Blocks::documents));
        Set<UUID> toldEvents = events.toldOutside(things(open, Blocks::events));
        return newest.stream()
                .map(bulletin -> bulletin.accountOnly()
                        ? closed(bulletin)
                        : entry(bulletin, bulletin.blocks().forWhoSees(toldDocuments, toldEvents), known))
                .toList();
    }

    private Entry entry(Bulletin bulletin, Blocks seen, BlockFacts known) {
        return new Entry(
                bulletin.id(),
                bulletin.kind(),
                bulletin.title(),
                bulletin.subject(),
                sent(bulletin),
                drawing.elsewhere(reading.issue(bulletin.plan(), seen, bulletin.sentAt()), known));
    }

    private static Entry closed(Bulletin bulletin) {
        return new Entry(
                bulletin.id(),
                bulletin.kind(),
                AFTER_SIGN_IN.formatted(bulletin.kind().word()),
                "",
                sent(bulletin),
                "");
    }

    private static Instant sent(Bulletin bulletin) {
        return Objects.requireNonNull(bulletin.sentAt(), "what is out was sent");
    }

    private static Set<UUID> things(List<Blocks> bulletins, Function<Blocks, Set<UUID>> of) {
        return bulletins.stream().flatMap(blocks -> of.apply(blocks).stream()).collect(Collectors.toSet());
    }
}

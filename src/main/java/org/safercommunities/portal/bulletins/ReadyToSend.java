package org.safercommunities.portal.bulletins;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.bulletins.WhoMayReadBlock.Things;
import org.safercommunities.portal.bulletins.drawing.BulletinChecks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a bulletin can be sent: what still has to be put right, and how many people would get it. */
@Service
public class ReadyToSend {

    private final BulletinReaders readersOf;
    private final WhoMayReadBlock whoMayRead;
    private final Readers readers;
    private final FactsOfBlocks facts;
    private final BulletinReading reading;
    private final BulletinChecks checks;
    private final int approvalAbove;

    ReadyToSend(
            BulletinReaders readersOf,
            WhoMayReadBlock whoMayRead,
            Readers readers,
            FactsOfBlocks facts,
            BulletinReading reading,
            BulletinChecks checks,
            @Value("${portal.bulletins.approval-above}") int approvalAbove) {
        this.readersOf = readersOf;
        this.whoMayRead = whoMayRead;
        this.readers = readers;
        this.facts = facts;
        this.reading = reading;
        this.checks = checks;
        this.approvalAbove = approvalAbove;
    }

    /**
     * Something to be put right.
     *
     * @param block id of its block; null when it is about the whole
     * @param stops whether it cannot be sent like this
     */
    public record Finding(@Nullable String block, boolean stops, String words) {}

    /** What is to be put right, as this editor sees it. */
    @Transactional(readOnly = true)
    public List<Finding> findings(BulletinPlan plan, Reader by) {
        return checks.of(reading.issue(plan, plan.blocks(), null), facts.of(plan.blocks(), by)).findings().stream()
                .map(ReadyToSend::finding)
                .toList();
    }

    private static Finding finding(org.safercommunities.portal.bulletins.drawing.Finding found) {
        String where = found.number() == 0 ? "" : "Block %d: ".formatted(found.number());
        return new Finding(
                found.blockId(), found.stops(), "%s%s. %s".formatted(where, found.problem(), found.remedy()));
    }

    /** @throws InvalidBulletin with the first thing that has to be put right */
    void unlessFaults(Bulletin bulletin, Reader by) {
        firstStop(bulletin, by).ifPresent(fault -> {
            throw new InvalidBulletin("blocks", fault);
        });
    }

    /** What has come in its way since it was ordered to be sent; null when nothing has. */
    @Nullable
    String firstFault(Bulletin bulletin) {
        if (readers(bulletin) == 0) {
            return "Nobody would get it. Choose other readers";
        }
        // Its readers may have become more since it was ordered
        if (bulletin.approvedBy() == null
                && readersOf.areMoreThan(approvalAbove, bulletin.plan().audience(), bulletin.corrects())) {
            return "By now it goes to more than %,d people. Ask for a review: somebody else approves it first"
                    .formatted(approvalAbove);
        }
        // As whoever wrote it sees it: the portal itself is in no group
        return firstStop(bulletin, readers.of(bulletin.lastEditor()).orElseGet(Reader::portal))
                .orElse(null);
    }

    private Optional<String> firstStop(Bulletin bulletin, Reader as) {
        return findings(bulletin.plan(), as).stream()
                .filter(Finding::stops)
                .map(Finding::words)
                .findFirst();
    }

    int readers(Bulletin bulletin) {
        return readersOf.count(bulletin.plan().audience(), bulletin.corrects());
    }

    /** How many people would get it now. */
    @Transactional(readOnly = true)
    public int readers(BulletinDetails bulletin) {
        return readersOf.count(bulletin.plan().audience(), bulletin.corrects());
    }

    /** Whether it would go to more than so many: asked at each change while it is written. */
    @Transactional(readOnly = true)
    public boolean goesToMoreThan(int people, BulletinDetails bulletin) {
        return readersOf.areMoreThan(people, bulletin.plan().audience(), bulletin.corrects());
    }

    /** The same in each agency, by its slug; those of whom none is known stand under the empty text. */
    @Transactional(readOnly = true)
    public Map<String, Integer> readersByAgency(BulletinDetails bulletin) {
        return readersOf.byAgency(bulletin.plan().audience(), bulletin.corrects());
    }

    /** In words, which blocks not every reader may see: “Block 4, …: 212 of 1,904 readers may see this”. */
    @Transactional
    public List<String> seenByFew(BulletinDetails bulletin, Reader by) {
        BulletinPlan plan = bulletin.plan();
        Things things = new Things(plan.blocks().documents(), plan.blocks().events());
        if (things.equals(Things.NONE)) {
            return List.of();
        }
        int all = readers(bulletin);
        Map<UUID, Integer> counts = whoMayRead.count(plan.audience(), things);
        List<String> words = new ArrayList<>();
        for (Block block : plan.blocks().list()) {
            UUID thing = thing(block);
            int seen = thing == null ? all : counts.getOrDefault(thing, 0);
            if (seen < all) {
                words.add("Block %d, %s: %,d of %,d readers may see this. The others get the bulletin without it."
                        .formatted(
                                plan.blocks().number(block.id()),
                                block.type().word().toLowerCase(Locale.UK),
                                seen,
                                all));
            }
        }
        return words;
    }

    private static @Nullable UUID thing(Block block) {
        return switch (block) {
            case Block.Document item -> item.document();
            case Block.Event item -> item.event();
            default -> null;
        };
    }
}

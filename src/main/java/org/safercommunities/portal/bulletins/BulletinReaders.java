package org.safercommunities.portal.bulletins;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.notifications.MailBatches;
import org.springframework.stereotype.Component;

/**
 * Who gets a bulletin: its readership; and of a correction exactly those who were sent the wrong one, but for those who have left
 * or unsubscribed since.
 */
@Component
class BulletinReaders {

    private final Readership readership;
    private final BulletinRecords bulletins;
    private final MailBatches batches;

    BulletinReaders(Readership readership, BulletinRecords bulletins, MailBatches batches) {
        this.readership = readership;
        this.bulletins = bulletins;
        this.batches = batches;
    }

    void each(Bulletin bulletin, Consumer<List<Recipient>> pages) {
        each(bulletin.plan().audience(), bulletin.corrects(), pages);
    }

    /** How many in each agency, by its slug; those of whom none is known stand under the empty text. */
    Map<String, Integer> byAgency(BulletinAudience audience, @Nullable UUID corrects) {
        if (corrects == null) {
            return readership.countByAgency(audience);
        }
        Map<String, Integer> counts = new HashMap<>();
        each(
                audience,
                corrects,
                page -> page.forEach(
                        one -> counts.merge(Objects.requireNonNullElse(one.agency(), ""), 1, Integer::sum)));
        return counts;
    }

    boolean areMoreThan(int people, BulletinAudience audience, @Nullable UUID corrects) {
        return corrects == null ? readership.isMoreThan(audience, people) : count(audience, corrects) > people;
    }

    int count(BulletinAudience audience, @Nullable UUID corrects) {
        return byAgency(audience, corrects).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private void each(BulletinAudience audience, @Nullable UUID corrects, Consumer<List<Recipient>> pages) {
        if (corrects == null) {
            readership.each(audience, pages);
            return;
        }
        Set<UUID> got = got(corrects);
        readership.each(
                audience,
                page -> pages.accept(page.stream()
                        .filter(recipient -> got.contains(recipient.subscriber()))
                        .toList()));
    }

    /** To whom the wrong one has gone, or may have gone. */
    private Set<UUID> got(UUID wrongOne) {
        UUID batch =
                bulletins.findById(wrongOne).map(Bulletin::batchId).orElseThrow(() -> new UnknownBulletin(wrongOne));
        return batches.reached(batch).stream().map(UUID::fromString).collect(Collectors.toSet());
    }
}

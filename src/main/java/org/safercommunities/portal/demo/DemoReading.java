package org.safercommunities.portal.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.use.EarlierReading;
import org.safercommunities.portal.shared.Dates;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What partners read in the twelve weeks before the demonstration was started, so that its figures show how they look. */
@Component
@ConditionalOnBooleanProperty("portal.demo")
class DemoReading {

    private static final long SEED = 20261126;
    private static final int DAYS = 84;
    private static final int READ = 24;

    /** How many people of an agency read. */
    private record Agency(String slug, int people) {}

    private static final List<Agency> AGENCIES = List.of(
            new Agency("dover-district-council", 22),
            new Agency("kent-county-council", 31),
            new Agency("kent-fire-and-rescue-service", 12),
            new Agency("kent-police", 38),
            new Agency("swale-borough-council", 14),
            new Agency("thanet-district-council", 17));

    private static final Map<String, Integer> IN_VAIN =
            Map.of("e-scooter seizure form", 7, "cuckooing leaflet polish", 4, "closure order checklist", 3);

    /** Of no agency, so that only what is for everyone is read. */
    private static final Reader SOMEBODY = new Reader(new UUID(0, 1), "", Set.of(), Set.of(), Set.of());

    private final DemoSeed seed;
    private final EarlierReading reading;
    private final Documents documents;
    private final Clock clock;

    DemoReading(DemoSeed seed, EarlierReading reading, Documents documents, Clock clock) {
        this.seed = seed;
        this.reading = reading;
        this.documents = documents;
        this.clock = clock;
    }

    void putIn() {
        seed.once("reading", () -> {
            Random random = new Random(SEED);
            LocalDate today = Dates.today(clock);
            List<DocumentCard> cards = documents.publishedSince(null, READ, SOMEBODY);
            for (int rank = 0; rank < cards.size(); rank++) {
                int times = 90 / (rank + 2);
                for (int time = 0; time < times; time++) {
                    read(cards.get(rank), today.minusDays(1 + random.nextInt(DAYS)), random);
                }
            }
            IN_VAIN.forEach((words, times) -> reading.searchedInVain(today.minusDays(times), words, times));
        });
    }

    private void read(DocumentCard card, LocalDate day, Random random) {
        Agency agency = AGENCIES.get(random.nextInt(AGENCIES.size()));
        int person = random.nextInt(agency.people());
        reading.read(card.id(), day, agency.slug(), person, random.nextInt(3) > 0);
    }
}

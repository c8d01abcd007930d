package org.safercommunities.portal.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.search.Validity;
import org.safercommunities.portal.shared.Dates;

/** Documents nobody wrote, of the lengths and audiences that real ones have, with words as rare and as frequent as real ones. */
public final class GeneratedThings {

    static final List<String> AGENCIES = List.of(
            "kent-police",
            "kent-county-council",
            "kent-fire-rescue",
            "nhs-kent-and-medway",
            "probation-service",
            "medway-council",
            "ashford",
            "canterbury",
            "dartford",
            "dover",
            "folkestone-and-hythe",
            "gravesham",
            "maidstone",
            "sevenoaks",
            "swale",
            "thanet",
            "tonbridge-and-malling",
            "tunbridge-wells",
            "opcc",
            "kcst");
    static final List<String> GROUPS = List.of("kcsp", "dhr-steering", "working-group", "prevent-board", "vru-board");
    static final List<String> TOPICS = List.of(
            "anti-social-behaviour",
            "domestic-abuse",
            "substance-misuse",
            "safeguarding",
            "serious-violence",
            "extremism-and-hate",
            "road-safety",
            "early-intervention",
            "re-offending",
            "resilience",
            "mental-health");
    static final List<String> KINDS = List.of(
            "report",
            "guidance",
            "template",
            "data",
            "presentation",
            "recording",
            "campaign",
            "learning-pack",
            "review",
            "newsletter",
            "paper",
            "other");
    private static final List<String> FIELD = List.of(
            "police",
            "officer",
            "safeguarding",
            "domestic",
            "abuse",
            "anti-social",
            "behaviour",
            "warning",
            "letter",
            "neighbour",
            "notice",
            "victim",
            "review",
            "homicide",
            "violence",
            "partnership",
            "agency",
            "district",
            "council",
            "prevention",
            "funding",
            "project",
            "referral",
            "pathway",
            "support",
            "community",
            "safety",
            "training",
            "practitioner",
            "conference",
            "recommendation",
            "action",
            "plan",
            "exploitation",
            "substance",
            "misuse",
            "vulnerable",
            "adult",
            "child",
            "school",
            "night-time",
            "economy",
            "licensing",
            "street",
            "hate",
            "extremism",
            "radicalisation",
            "fraud",
            "burglary",
            "knife",
            "county",
            "lines",
            "housing",
            "tenancy",
            "noise",
            "nuisance",
            "injunction",
            "offender",
            "probation",
            "evaluation",
            "survey",
            "consultation",
            "ASB",
            "DHR",
            "VAWG",
            "MARAC",
            "PSPO",
            "CPN",
            "OCG");
    private static final String[] ONSETS = {
        "b", "br", "c", "cl", "d", "dr", "f", "g", "gr", "h", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v",
        "w"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ea", "ou", "ai"};
    private static final String[] CODAS = {"", "n", "r", "l", "st", "nd", "ck", "m", "t", "ng"};
    private static final int VOCABULARY = 60_000;

    private final Random random;
    private final String[] words = new String[VOCABULARY];
    private final double[] upTo = new double[VOCABULARY];
    private final List<Reader> readers = new ArrayList<>();

    public GeneratedThings(long seed) {
        random = new Random(seed);
        Set<String> all = new LinkedHashSet<>(List.of("the", "of", "and", "to", "in", "for", "a", "is", "on", "with"));
        List<String> field = new ArrayList<>(FIELD);
        while (all.size() < VOCABULARY) {
            // A word of the field at every third rank from the tenth on
            all.add(!field.isEmpty() && all.size() > 10 && all.size() % 3 == 0 ? field.removeFirst() : invented());
        }
        double sum = 0;
        int rank = 0;
        for (String word : all) {
            words[rank] = word;
            sum += 1.0 / (rank + 3);
            upTo[rank++] = sum;
        }
        for (int i = 0; i < 20; i++) {
            String agency = AGENCIES.get(i);
            Set<String> groups = i % 4 == 0 ? Set.of(GROUPS.get(i % GROUPS.size())) : Set.of();
            Set<Role> roles = i % 4 == 3 ? Set.of(Role.EDITOR) : Set.of();
            readers.add(new Reader(new UUID(seed, i), agency, Set.of(agency), groups, roles));
        }
    }

    /** Twenty people of different agencies; every fourth is an editor. */
    List<Reader> readers() {
        return readers;
    }

    private String invented() {
        StringBuilder word = new StringBuilder();
        for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
            word.append(ONSETS[random.nextInt(ONSETS.length)])
                    .append(VOWELS[random.nextInt(VOWELS.length)])
                    .append(syllables == 1 ? CODAS[random.nextInt(CODAS.length)] : "");
        }
        return word.toString();
    }

    /** A word as often as its rank says. */
    String word() {
        int at = java.util.Arrays.binarySearch(upTo, random.nextDouble() * upTo[VOCABULARY - 1]);
        return words[Math.min(VOCABULARY - 1, at < 0 ? -at - 1 : at)];
    }

    /** A word of a certain rarity: 0 is the most frequent. */
    String word(int fromRank, int toRank) {
        return words[fromRank + random.nextInt(toRank - fromRank)];
    }

    public String text(int length) {
        StringBuilder text = new StringBuilder(length * 7);
        for (int i = 0; i < length; i++) {
            text.append(word()).append(random.nextInt(14) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    int number(int below) {
        return random.nextInt(below);
    }

    String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    LocalDate day() {
        return LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2_850));
    }

    /**
     * 6 % are under embargo for months to come and 6 % have expired; 20 % should have been looked at again by now, 20 % some day. Of
     * the others some were under embargo once, and some will expire.
     */
    Validity validity(Instant now) {
        int dice = random.nextInt(100);
        Duration away = Duration.ofDays(30L + random.nextInt(300));
        Instant past = now.minus(away);
        Instant future = now.plus(away);
        if (dice < 6) {
            return new Validity(future, null, null);
        }
        if (dice < 12) {
            return new Validity(null, past, null);
        }
        LocalDate stale = dice < 32 ? day(past) : dice < 52 ? day(future) : null;
        return new Validity(random.nextInt(10) == 0 ? past : null, random.nextInt(10) == 0 ? future : null, stale);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Dates.KENT);
    }

    /** 60 % for everyone, 25 % for agencies, 10 % for groups, 5 % for single people. */
    Audience audience() {
        int dice = random.nextInt(100);
        if (dice < 60) {
            return Audience.ofEveryone();
        }
        if (dice < 85) {
            return new Audience(false, new TreeSet<>(List.of(one(AGENCIES), one(AGENCIES))), Set.of(), Set.of());
        }
        if (dice < 95) {
            return Audience.ofGroups(one(GROUPS));
        }
        return Audience.ofPeople(readers.get(random.nextInt(readers.size())).personId());
    }
}

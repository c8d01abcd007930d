package org.safercommunities.portal.bulletins;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.library.Topics;
import org.springframework.stereotype.Component;

/** What agencies and topics are called in lists that people keep: by their name or their slug, in small letters or large. */
@Component
class ImportWords {

    private final Agencies agencies;
    private final Topics topics;

    ImportWords(Agencies agencies, Topics topics) {
        this.agencies = agencies;
        this.topics = topics;
    }

    /** As they are called now, looked up once for a whole list. */
    Known known() {
        List<AgencySummary> all = agencies.all();
        Map<String, AgencySummary> bySlug =
                all.stream().collect(Collectors.toMap(AgencySummary::slug, agency -> agency));
        Map<String, AgencySummary> byWord = new HashMap<>();
        for (AgencySummary agency : all) {
            AgencySummary now = agency.mergedInto() == null ? agency : bySlug.getOrDefault(agency.mergedInto(), agency);
            byWord.put(lower(agency.name()), now);
            byWord.put(agency.slug(), now);
        }
        Map<String, String> topicWords = new HashMap<>();
        topics.names().forEach((slug, name) -> {
            topicWords.put(lower(name), slug);
            topicWords.put(slug, slug);
        });
        return new Known(byWord, topicWords);
    }

    record Known(Map<String, AgencySummary> agencies, Map<String, String> topicSlugs) {

        /** @throws InvalidBulletin when nobody is called that, or no longer takes part */
        @Nullable
        String agency(String written) {
            if (written.isEmpty()) {
                return null;
            }
            AgencySummary agency = agencies.get(lower(written));
            if (agency == null) {
                throw new InvalidBulletin(
                        "agency",
                        "There is no agency “%s”. Write it as the portal does, or leave it empty"
                                .formatted(shown(written)));
            }
            if (!agency.active()) {
                throw new InvalidBulletin(
                        "agency", "%s takes part no more. Take the line out".formatted(agency.name()));
            }
            return agency.slug();
        }

        /** Several stand between | or ; and, where no name has one in it, between commas. */
        Set<String> topics(String written) {
            Set<String> found = new HashSet<>();
            for (String part : written.split("[|;]")) {
                String whole = topicSlugs.get(lower(part));
                if (whole != null) {
                    found.add(whole);
                } else {
                    Stream.of(part.split(","))
                            .filter(one -> !one.isBlank())
                            .map(this::topic)
                            .forEach(found::add);
                }
            }
            return found;
        }

        private String topic(String written) {
            String slug = topicSlugs.get(lower(written));
            if (slug == null) {
                throw new InvalidBulletin(
                        "topics",
                        "There is no topic “%s”. Write it as the portal does, or leave it empty for all"
                                .formatted(shown(written)));
            }
            return slug;
        }
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String shown(String text) {
        String line = text.strip().replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}

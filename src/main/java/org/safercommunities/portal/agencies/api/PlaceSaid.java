package org.safercommunities.portal.agencies.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Capacity;
import org.safercommunities.portal.agencies.GroupPlace;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.PeopleDirectory;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.stereotype.Component;

/**
 * A place in a group, as the API takes it.
 *
 * @param capacity {@code chair}, {@code member} or {@code substitute}; left out: member
 * @param substituteFor whose place a substitute takes, by id or work email address
 * @param from the first day, such as 2026-09-01
 * @param until the last day
 */
record PlaceSaid(
        @Nullable String capacity,
        @Nullable String substituteFor,
        @Nullable String from,
        @Nullable String until) {

    GroupPlace of(UUID person, People people, Reader by) {
        Capacity as = as();
        UUID member = null;
        if (as == Capacity.SUBSTITUTE) {
            member = people.known("substituteFor", substituteFor == null ? "" : substituteFor, by);
        } else if (substituteFor != null) {
            throw new InvalidEntry("substituteFor", "Leave this out, or make them a substitute");
        }
        return new GroupPlace(person, as, member, day("from", from), day("until", until));
    }

    private Capacity as() {
        try {
            return capacity == null ? Capacity.MEMBER : Capacity.valueOf(capacity.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidEntry("capacity", "Use chair, member or substitute");
        }
    }

    private static @Nullable LocalDate day(String field, @Nullable String said) {
        try {
            return said == null ? null : LocalDate.parse(said);
        } catch (DateTimeParseException notADay) {
            throw new InvalidEntry(field, "Write the day as 2026-09-01");
        }
    }

    /** Finds whom a caller means. */
    @Component
    static class People {

        private final PeopleDirectory directory;

        People(PeopleDirectory directory) {
            this.directory = directory;
        }

        /** @param said id, or work email address of somebody who has a place in an agency now */
        UUID known(String field, String said, Reader by) {
            return (said.contains("@") ? byEmail(said, by) : byId(said))
                    .orElseThrow(() -> new InvalidEntry(
                            field, "Name somebody who has an account, by their id or their work email address"));
        }

        private Optional<UUID> byEmail(String said, Reader by) {
            return directory.search(said, null, 0, 200, by).stream()
                    .filter(person -> person.email().equalsIgnoreCase(said))
                    .findFirst()
                    .map(PersonSummary::id);
        }

        private static Optional<UUID> byId(String said) {
            try {
                return Optional.of(UUID.fromString(said));
            } catch (IllegalArgumentException notAnId) {
                return Optional.empty();
            }
        }
    }
}

package org.safercommunities.portal.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each public method of a service asks of its caller is what is meant; one that asks nothing says why, and who calls it. */
class ServiceDoorsTest {

    private static Map<String, ServiceDoors.Door> doors = Map.of();

    @BeforeAll
    static void read() throws ClassNotFoundException {
        doors = new ServiceDoors().all();
    }

    @Test
    void everyMethodAsksWhatItIsMeantToAsk() {
        Map<String, List<String>> real = new TreeMap<>();
        doors.forEach((method, door) -> real.put(
                method,
                List.of(
                        String.join(", ", door.asks()),
                        door.asks().isEmpty() ? String.join(", ", door.calledFrom()) : "")));
        assertThat(new IntendedDoors("services.csv").differences(real)).isEmpty();
    }

    @Test
    void aMethodThatAsksNothingSaysWhyThatIsRight() {
        assertThat(new IntendedDoors("services.csv").rows)
                .allSatisfy((method, row) -> assertThat(row)
                        .as(method + " asks nothing of its caller: say why in the last column")
                        .hasSize(3)
                        .satisfies(cells -> assertThat(
                                        cells.get(0).isEmpty() && cells.get(2).isEmpty())
                                .isFalse()));
    }

    /** That it finds what is asked, even where the compiler has put the rule's words into the query of somebody else. */
    @Test
    void theReadingOfTheCodeFindsRolesRulesAndConditions() {
        assertThat(doors.get("agencies.Agencies.create(AgencyDescription, Reader)")
                        .asks())
                .contains("ADMINISTRATOR");
        assertThat(doors.get("library.Documents.find(UUID, Reader)").asks()).contains("WhoMaySeeDocument");
        assertThat(doors.get("library.following.SavedSearches.delete(UUID, Reader)")
                        .asks())
                .containsExactly("own");
        assertThat(doors.get("library.Topics.names()").asks()).isEmpty();
    }
}

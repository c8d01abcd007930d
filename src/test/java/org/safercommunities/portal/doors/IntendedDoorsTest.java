package org.safercommunities.portal.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IntendedDoorsTest {

    private final IntendedDoors meant = new IntendedDoors("pages.csv");
    private final Map<String, List<String>> real = new TreeMap<>(meant.rows);

    @Test
    void asItIsMeantThereIsNothingToSay() {
        assertThat(meant.differences(real)).isEmpty();
    }

    @Test
    void aNewDoorIsNamedWithTheLineToAddAndTheFile() {
        real.put("/admin/secrets", List.of("may", "may", "may", "may", "may", "may", "may", "may"));
        assertThat(meant.differences(real))
                .singleElement()
                .satisfies(said -> assertThat(said)
                        .contains(
                                "/admin/secrets;may;may;may;may;may;may;may;may",
                                "src/test/resources/doors/pages.csv"));
    }

    @Test
    void aDoorThatOpensToOneMoreIsNamedWithWhom() {
        real.put("/admin", List.of("sign in", "no", "no", "no", "no", "no", "may", "may"));
        assertThat(meant.differences(real))
                .singleElement()
                .satisfies(said -> assertThat(said).startsWith("/admin, editor: is “may”, and shall be “no”"));
    }

    @Test
    void aDoorThatIsGoneIsNamedToo() {
        real.remove("/admin");
        assertThat(meant.differences(real))
                .singleElement()
                .satisfies(said -> assertThat(said).contains("take its line out"));
    }
}

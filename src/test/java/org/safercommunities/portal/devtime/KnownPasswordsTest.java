package org.safercommunities.portal.devtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownPasswordsTest {

    private static final Path WORDS = Path.of("keycloak/passwords/words-of-the-portal.txt");

    @TempDir
    private Path folder;

    @Test
    void threeThousandOfTheBestKnownThatAreLongEnoughAreInIt() throws IOException {
        assertThat(KnownPasswords.known())
                .hasSizeGreaterThan(3_000)
                .contains("qwertyuiop123", "password1234", "passwordpassword", "1q2w3e4r5t6y")
                .allSatisfy(password -> assertThat(password).hasSizeGreaterThanOrEqualTo(12));
    }

    @Test
    void soIsWhatPeopleNearThePortalThinkOf() throws IOException {
        assertThat(KnownPasswords.near(WORDS))
                .contains(
                        "safercommunities",
                        "safer-communities",
                        "kent police 2026",
                        "kent-police-2026",
                        "kentpolice2026!",
                        "kentcountycouncil1",
                        "kentfireandrescue")
                .doesNotContain("kentpolice")
                .allSatisfy(password -> assertThat(password).hasSizeGreaterThanOrEqualTo(12));
    }

    @Test
    void theListIsOneALineInSmallLetters() throws IOException {
        Path list = folder.resolve("below/known-passwords.txt");
        int many = KnownPasswords.write(WORDS, list);
        List<String> lines = Files.readAllLines(list);
        assertThat(lines).hasSize(many).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(lines).allSatisfy(line -> assertThat(line).isEqualTo(line.toLowerCase(java.util.Locale.ROOT)));
    }
}

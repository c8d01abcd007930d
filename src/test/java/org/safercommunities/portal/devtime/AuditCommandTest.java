package org.safercommunities.portal.devtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it says without a trail to look at; with one: VerifyTrailIT. */
class AuditCommandTest {

    @TempDir
    private Path empty;

    @Test
    void whatCannotBeLookedAtEndsWithTwo() {
        Map<String, String> variables = Map.of("PORTAL_DATA", empty.toString());
        assertThat(AuditCommand.run(List.of(), variables)).isEqualTo(2);
        assertThat(AuditCommand.run(List.of("verfy"), variables)).isEqualTo(2);
        assertThat(AuditCommand.run(List.of("verify"), variables)).isEqualTo(2);
        assertThat(empty).isEmptyDirectory();
    }
}

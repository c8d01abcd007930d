package org.safercommunities.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The command, on the trail that all tests share; what it finds in one that was tampered with is for {@link TamperedTrailIT}. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class VerifyTrailIT {

    @Autowired
    private TrailProtection protection;

    @TempDir
    private Path folder;

    @Test
    void aWholeTrailEndsWithZeroAndWhatCannotBeReadWithTwo() {
        Map<String, String> variables = new HashMap<>(PortalServices.variables());
        assertThat(VerifyTrail.run(List.of(), variables)).isZero();
        assertThat(VerifyTrail.run(List.of("--heads", folder.resolve("none").toString()), variables))
                .isZero();
        assertThat(VerifyTrail.run(List.of("--help"), variables)).isEqualTo(2);
        variables.put("PORTAL_DB_PASSWORD", "guess");
        assertThat(VerifyTrail.run(List.of(), variables)).isEqualTo(2);
        assertThat(VerifyTrail.run(List.of(), Map.of())).isEqualTo(2);
    }

    @Test
    void thePortalOfTheTestsCanOnlyAdd() {
        assertThat(protection.appendOnly()).isTrue();
        EmbeddedMariaDb database = PortalServices.mariaDb();
        var owner = new DriverManagerDataSource(
                database.url("portal"), EmbeddedMariaDb.OWNER, database.password(EmbeddedMariaDb.OWNER));
        assertThat(new TrailProtection(JdbcClient.create(owner)).appendOnly())
                .as("one that may define tables")
                .isFalse();
    }
}

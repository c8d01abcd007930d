package org.safercommunities.portal.audit;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;

/** Checks the whole trail of the running portal, the same way as {@code ./portal audit verify}. Takes seconds. */
@Service
public class AuditCheck {

    private final DataSource database;
    private final AuditProperties places;

    AuditCheck(DataSource database, AuditProperties places) {
        this.database = database;
        this.places = places;
    }

    public AuditVerdict verdict() {
        try (var connection = database.getConnection()) {
            return AuditVerifier.verify(connection, new AuditHeads(places.heads()));
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The audit trail could not be read", e);
        }
    }
}

package org.safercommunities.portal.audit;

import java.util.List;

/** A domain message about many things at once, which leaves a line for each in the audit trail, in its own transaction. */
public interface AuditedTogether {

    List<AuditNote> auditNotes();
}

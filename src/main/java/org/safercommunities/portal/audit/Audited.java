package org.safercommunities.portal.audit;

/**
 * A domain message that leaves a line in the audit trail. The line is written in the transaction in which the message is
 * published: either both the deed and its trace are kept, or neither is.
 */
public interface Audited {

    AuditNote auditNote();
}

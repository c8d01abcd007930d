package org.safercommunities.portal.bulletins;

import java.util.Set;

/** How far a bulletin has come. Each step is one of {@link #mayBecome}; there are no others. */
public enum BulletinState {
    /** Being written; editors see it. */
    DRAFT,
    /** Its writers wait for somebody else to look at it. */
    REVIEW,
    /** Somebody other than its last editor has found it good; a change makes it a draft again. */
    APPROVED,
    /** Goes out by itself at its time, and can be called back until then. */
    SCHEDULED,
    /** Its readers are settled, and mails are going out. */
    SENDING,
    PAUSED,
    /** Ended by an editor before everybody had theirs. */
    STOPPED,
    /** Every mail has been handed over, refused, or is in doubt. */
    SENT;

    boolean mayBecome(BulletinState next) {
        return (switch (this) {
                    case DRAFT -> Set.of(REVIEW, SCHEDULED);
                    case REVIEW -> Set.of(DRAFT, APPROVED);
                    case APPROVED -> Set.of(DRAFT, SCHEDULED);
                    case SCHEDULED -> Set.of(DRAFT, APPROVED, SENDING);
                    case SENDING -> Set.of(PAUSED, STOPPED, SENT);
                    case PAUSED -> Set.of(SENDING, STOPPED);
                    case STOPPED, SENT -> Set.<BulletinState>of();
                })
                .contains(next);
    }

    /** Whether what it says can be changed; a scheduled one has to be called back first. */
    public boolean isWritten() {
        return this == DRAFT || this == REVIEW || this == APPROVED;
    }

    /** Whether it has reached readers, so that the archive shows it. */
    public boolean isOut() {
        return ordinal() >= SENDING.ordinal();
    }
}

package org.safercommunities.portal.notifications;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The only way by which mail leaves the portal. A mail becomes a row in the caller's transaction and is sent after the
 * commit, by whichever node takes it up first, again and again until the mail server has taken it or refused it for good.
 */
@Service
public class Outbox {

    private final MailRows rows;
    private final MailBell bell;

    Outbox(MailRows rows, MailBell bell) {
        this.rows = rows;
        this.bell = bell;
    }

    /**
     * Puts a mail into the outbox; it is sent only if the caller's transaction commits.
     *
     * @return the mail's id, which is also in its Message-ID
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(Mail mail) {
        UUID id = rows.add(mail);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
        return id;
    }
}

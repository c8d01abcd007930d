package org.safercommunities.portal.events;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One short transaction for each thing that is done to places, tried again when the database says that another got in
 * between (a deadlock, a lock that was waited for too long, a row that changed since it was read). Inside another transaction it
 * is part of that, and is not tried again.
 */
@Component
class Turns {

    private static final int TRIES = 6;
    /** MariaDB: the record has changed since it was last read. */
    private static final int CHANGED_SINCE_READ = 1020;

    private final TransactionTemplate transaction;

    Turns(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    <T> T take(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (DataAccessException failure) {
                if (attempt == TRIES || !passes(failure)) {
                    throw failure;
                }
                // Not all at once again
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, 10 << attempt) * 1_000_000);
            }
        }
    }

    void run(Runnable work) {
        take(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    private static boolean passes(DataAccessException failure) {
        return failure instanceof ConcurrencyFailureException
                || NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause
                        && cause.getErrorCode() == CHANGED_SINCE_READ;
    }
}

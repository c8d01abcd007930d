package org.safercommunities.portal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Rows in the order of a number, a few thousand in memory at a time, however many there are. */
final class PagedRows<T> {

    private static final int AT_ONCE = 2000;

    private final Connection connection;
    private final String sql;
    private final Mapper<T> mapper;
    private final ToLongFunction<T> key;
    private final Deque<T> page = new ArrayDeque<>();
    private long after;
    private boolean last;

    /** @param sql that takes the number before as its one parameter, and ends before LIMIT */
    PagedRows(Connection connection, String sql, Mapper<T> mapper, ToLongFunction<T> key) {
        this.connection = connection;
        this.sql = sql + " LIMIT " + AT_ONCE;
        this.mapper = mapper;
        this.key = key;
        // Lines start at 1, unless somebody moved one below
        this.after = Long.MIN_VALUE;
    }

    @FunctionalInterface
    interface Mapper<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The next one, which stays the next until {@link #take}; null at the end. */
    @Nullable
    T peek() throws SQLException {
        if (page.isEmpty() && !last) {
            fill();
        }
        return page.peekFirst();
    }

    @Nullable
    T take() throws SQLException {
        T next = peek();
        page.pollFirst();
        return next;
    }

    private void fill() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    T row = mapper.of(rows);
                    page.addLast(row);
                    after = key.applyAsLong(row);
                }
            }
        }
        last = page.size() < AT_ONCE;
    }
}

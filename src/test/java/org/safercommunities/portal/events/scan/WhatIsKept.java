package org.safercommunities.portal.events.scan;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the portal writes down: its log while this is open, and every text in its database. */
final class WhatIsKept implements AutoCloseable {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final JdbcClient jdbc;

    WhatIsKept(JdbcClient jdbc) {
        this.jdbc = jdbc;
        log.start();
        root().addAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    List<Leaf> log() {
        return List.copyOf(log.list).stream()
                .map(line -> new Leaf("log", line.getLoggerName(), "", line.getFormattedMessage() + thrown(line)))
                .toList();
    }

    private static String thrown(ILoggingEvent line) {
        IThrowableProxy thrown = line.getThrowableProxy();
        return thrown == null ? "" : ThrowableProxyUtil.asString(thrown);
    }

    /** Columns of the database that hold this, as {@code table.column}. */
    List<String> columnsWith(String secret) {
        record Column(String table, String name) {}
        return jdbc.sql("""
                SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE()
                   AND data_type IN ('varchar', 'char', 'text', 'mediumtext', 'longtext', 'blob', 'mediumblob', 'longblob')
                """).query((row, number) -> new Column(row.getString(1), row.getString(2))).list().stream()
                .filter(column ->
                        jdbc.sql("SELECT COUNT(*) FROM `%s` WHERE `%s` LIKE ?".formatted(column.table(), column.name()))
                                        .param("%" + secret + "%")
                                        .query(Integer.class)
                                        .single()
                                > 0)
                .map(column -> column.table() + "." + column.name())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        root().detachAppender(log);
    }
}

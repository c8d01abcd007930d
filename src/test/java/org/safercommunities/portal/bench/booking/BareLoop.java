package org.safercommunities.portal.bench.booking;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements of one booking over the API, from the caller’s token to the commit, run again for other people. */
final class BareLoop {

    private static final String NOTICE = "INSERT INTO event_notice";
    private static final Pattern LAST_MOMENT = Pattern.compile("'[^']*'(?=\\s*\\)\\s*$)");
    /** So that the portals write no letters for bookings that nobody made, while the bare loop runs or after it. */
    private static final String NEVER = "'2099-01-01 00:00:00'";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final List<String> statements;
    private final Crowd.Somebody recorded;
    /** Ids that the booking made: its own, its place’s. */
    private final Set<String> made;

    private BareLoop(List<String> statements, Crowd.Somebody recorded, Set<String> made) {
        this.statements = statements;
        this.recorded = recorded;
        this.made = made;
    }

    /** @param known ids that stay the same: the event, its session */
    static BareLoop of(List<String> statements, Crowd.Somebody recorded, Set<String> known) {
        Set<String> made = new LinkedHashSet<>();
        for (String statement : statements) {
            if (statement.toUpperCase(Locale.ROOT).startsWith("INSERT")) {
                Matcher ids = ID.matcher(statement);
                while (ids.find()) {
                    made.add(ids.group());
                }
            }
        }
        made.removeAll(known);
        made.remove(recorded.id().toString());
        made.remove(recorded.subject());
        List<String> quiet = statements.stream()
                .map(text -> text.startsWith(NOTICE) ? LAST_MOMENT.matcher(text).replaceFirst(NEVER) : text)
                .toList();
        if (quiet.stream().noneMatch(text -> text.startsWith(NOTICE) && text.contains(NEVER))) {
            throw new IllegalStateException("No note of a letter among " + statements);
        }
        return new BareLoop(quiet, recorded, made);
    }

    /**
     * What a booking took from its beginning to its commit. The portal’s own clockwork may run at the same time: of several
     * bookings, the one with the fewest statements was alone.
     */
    static List<String> ofOneBooking(List<RecordedStatements.Statement> window) {
        int connection = -1;
        List<String> own = new ArrayList<>();
        for (RecordedStatements.Statement statement : window) {
            own.add(statement.text());
            if (statement.text().contains("INSERT INTO event_booking")) {
                connection = statement.connection();
            } else if (statement.connection() == connection && statement.text().equalsIgnoreCase("COMMIT")) {
                return own;
            }
        }
        throw new IllegalStateException("No booking among " + window);
    }

    int statements() {
        return statements.size();
    }

    /** Each statement with its values left out, for the report. */
    List<String> inWords() {
        return statements.stream()
                .map(text -> text.replaceAll("'[^']*'", "?")
                        .replaceAll("\\s+", " ")
                        .replaceAll("\\b\\d+\\b", "?")
                        .strip())
                .toList();
    }

    Connection connect(String url, String password) throws SQLException {
        return DriverManager.getConnection(url, "portal", password);
    }

    void run(Connection connection, Crowd.Somebody person) throws SQLException {
        String booking = "";
        List<String> fresh =
                made.stream().map(any -> UUID.randomUUID().toString()).toList();
        try (Statement statement = connection.createStatement()) {
            for (String text : statements) {
                booking = text.replace(recorded.id().toString(), person.id().toString())
                        .replace(recorded.subject(), person.subject())
                        .replace(recorded.email(), person.email())
                        .replace(recorded.name(), person.name());
                int number = 0;
                for (String id : made) {
                    booking = booking.replace(id, fresh.get(number++));
                }
                statement.execute(booking);
            }
        } catch (SQLException e) {
            throw new SQLException("while running " + booking, e);
        }
    }
}

package org.safercommunities.portal.notifications;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Cuts the power at the n-th thing that is done with the database, just before or just after it is done; from then on nothing
 * works any more, as when a process is killed.
 */
public final class PowerSwitch {

    /** No exception that anything would catch and mend. */
    public static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;

        PowerCut() {
            super("the power is off");
        }
    }

    private static final Set<String> COUNTED = Set.of("execute", "executeQuery", "executeUpdate", "commit");

    private final int cutAt;
    private final boolean afterwards;
    private int done;
    private boolean off;

    public PowerSwitch(int cutAt, boolean afterwards) {
        this.cutAt = cutAt;
        this.afterwards = afterwards;
    }

    public synchronized boolean isOff() {
        return off;
    }

    public DataSource guard(DataSource real) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object answer = call(real, method, arguments);
            return answer instanceof Connection connection ? guard(connection) : answer;
        });
    }

    private Connection guard(Connection real) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("close") || method.getName().equals("isClosed")) {
                return call(real, method, arguments);
            }
            if (isOff() && method.getName().equals("rollback")) {
                return call(real, method, arguments); // what the database does when its client has died
            }
            Object answer = counted(real, method, arguments);
            return answer instanceof PreparedStatement statement ? guard(statement) : answer;
        });
    }

    private PreparedStatement guard(PreparedStatement real) {
        return proxy(
                PreparedStatement.class,
                (proxy, method, arguments) -> method.getName().equals("close")
                        ? call(real, method, arguments)
                        : counted(real, method, arguments));
    }

    private Object counted(Object real, Method method, Object[] arguments) throws Throwable {
        if (!COUNTED.contains(method.getName())) {
            if (isOff()) {
                throw new PowerCut();
            }
            return call(real, method, arguments);
        }
        boolean now;
        synchronized (this) {
            if (off) {
                throw new PowerCut();
            }
            now = ++done == cutAt;
            off = now;
        }
        if (now && !afterwards) {
            throw new PowerCut();
        }
        Object answer = call(real, method, arguments);
        if (now) {
            throw new PowerCut();
        }
        return answer;
    }

    @SuppressWarnings("NullAway") // a void method answers null through a proxy
    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

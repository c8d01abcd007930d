package org.safercommunities.portal.devtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What {@code ./portal start} hands over to: database, Keycloak, mail sink and portal as one, until Ctrl-C. The system
 * property {@code portal.classpath} says what the portal itself runs on.
 */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "devtime-logback.xml");
        System.exit(run(System.getenv(), Path.of("")));
    }

    /** Returns the exit status: 0 never comes (a stop by signal has its own), 1 when something is wrong. */
    private static int run(Map<String, String> variables, Path checkout) {
        try (Progress progress = new Progress(System.out)) {
            Settings settings = Settings.of(variables, checkout);
            Installation installation =
                    new Installation(settings, progress, System.getProperty("portal.classpath", ""));
            Runtime.getRuntime().addShutdownHook(new Thread(installation::close, "stop"));
            return run(installation);
        } catch (Refusal e) {
            System.err.println("\n" + e.getMessage());
            return 1;
        } catch (RuntimeException e) {
            System.err.println("\nThe portal could not be started. " + e.getMessage());
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                System.err.println("  because of " + cause);
            }
            return 1;
        }
    }

    private static int run(Installation installation) {
        try {
            installation.start();
            return installation.watch();
        } catch (RuntimeException e) {
            // Ctrl-C reaches the children too, and their end perhaps us before the signal itself
            Processes.pause(Duration.ofMillis(300));
            if (installation.isStopping()) {
                return 1; // nobody wants to read that what was being started has failed
            }
            throw e;
        }
    }
}

package org.safercommunities.portal.devtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safercommunities.portal.audit.VerifyTrail;

/**
 * {@code ./portal audit verify [--heads FILE]}: checks the audit trail of the database that {@code PORTAL_DB_URL} names, or of the data
 * folder: there with the database that runs, or one that is started for as long as it takes.
 */
public final class AuditCommand {

    private static final String USAGE = "Usage: ./portal audit verify [--heads FILE]";

    private AuditCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments), System.getenv()));
    }

    static int run(List<String> arguments, Map<String, String> environment) {
        if (arguments.isEmpty() || !arguments.getFirst().equals("verify")) {
            System.err.println(USAGE);
            return 2;
        }
        List<String> rest = arguments.subList(1, arguments.size());
        try {
            Settings settings = Settings.of(environment, Path.of(""));
            Map<String, String> variables = new HashMap<>(environment);
            variables.put("PORTAL_DATA", settings.data().toString());
            return settings.variable("PORTAL_DB_URL").isPresent()
                    ? VerifyTrail.run(rest, variables)
                    : embedded(settings, rest, variables);
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static int embedded(Settings settings, List<String> arguments, Map<String, String> variables) {
        Path folder = settings.data().resolve("mariadb");
        if (!Files.isDirectory(folder.resolve("data"))) {
            throw new Refusal("There is no portal's database in " + settings.data()
                    + ". Name its folder in PORTAL_DATA, or another database in PORTAL_DB_URL.");
        }
        Optional<FolderLock> unused = FolderLock.tryLock(settings.data());
        if (unused.isEmpty()) {
            EmbeddedMariaDb running = EmbeddedMariaDb.lasting(folder, runningPort(folder));
            variables.putAll(running.variables());
            return VerifyTrail.run(arguments, variables);
        }
        try (FolderLock ours = unused.get();
                EmbeddedMariaDb started = EmbeddedMariaDb.lasting(ours.folder().resolve("mariadb"), Ports.free())) {
            variables.putAll(started.start().variables());
            return VerifyTrail.run(arguments, variables);
        }
    }

    /** On which port the database of this folder listens: the launcher may have had to take another than the usual one. */
    private static int runningPort(Path folder) {
        String data = "--datadir=" + folder.resolve("data");
        String port = "--port=";
        return Processes.argumentsOf(data).stream()
                .filter(argument -> argument.startsWith(port))
                .map(argument -> Integer.parseInt(argument.substring(port.length())))
                .findFirst()
                .orElseThrow(() -> new Refusal("The portal of " + folder.getParent()
                        + " is being started or stopped. Try again in a minute."));
    }
}

package org.safercommunities.portal.devtime;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the PORTAL_* variables say about this run, with the defaults of {@code docs/operations.md}. */
record Settings(Path checkout, Path data, int port, int keycloakPort, boolean demo, Map<String, String> variables) {

    /** @throws Refusal when a variable makes no sense */
    static Settings of(Map<String, String> variables, Path checkout) {
        Path home = checkout.toAbsolutePath().normalize();
        String demo = variables.getOrDefault("PORTAL_DEMO", "true");
        if (!demo.equals("true") && !demo.equals("false")) {
            throw new Refusal("PORTAL_DEMO must be true or false, not “" + demo + "”.");
        }
        return new Settings(
                home,
                home.resolve(variables.getOrDefault("PORTAL_DATA", ".portal")).normalize(),
                port(variables, "PORTAL_PORT", 8080),
                port(variables, "PORTAL_KEYCLOAK_PORT", 8180),
                demo.equals("true"),
                Map.copyOf(variables));
    }

    String portalUrl() {
        return "http://localhost:" + port;
    }

    String keycloakUrl() {
        return "http://localhost:" + keycloakPort;
    }

    /** The variable's value, unless it is unset or empty. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** Both the portal's and Keycloak's database are somebody else's. */
    boolean needsOwnDatabase() {
        return variable("PORTAL_DB_URL").isEmpty()
                || variable("PORTAL_KEYCLOAK_DB_URL").isEmpty();
    }

    boolean needsMailSink() {
        return variable("PORTAL_SMTP_HOST").isEmpty();
    }

    /** Refuses, with a way out, when a port that people type or have asked for is taken. */
    void checkPorts() {
        check(port, "the portal", "PORTAL_PORT", 8081);
        check(keycloakPort, "Keycloak", "PORTAL_KEYCLOAK_PORT", 8181);
        variable("PORTAL_DB_PORT").ifPresent(asked -> check(databasePort(), "the database", "PORTAL_DB_PORT", 8307));
        variable("PORTAL_MAIL_PORT").ifPresent(asked -> check(mailPort(), "the mail page", "PORTAL_MAIL_PORT", 8026));
        if (port == keycloakPort) {
            throw new Refusal("PORTAL_PORT and PORTAL_KEYCLOAK_PORT are both " + port + ": they must differ.");
        }
    }

    /** Asked for, or the usual one, or any: nobody types this one, so it must not stop a second copy. */
    int databasePort() {
        return portOrNear("PORTAL_DB_PORT", 8306);
    }

    /** Of the page that shows what the mail sink has taken. */
    int mailPort() {
        return portOrNear("PORTAL_MAIL_PORT", 8025);
    }

    /** Where the mail sink takes mail. */
    int smtpSinkPort() {
        return near(8125);
    }

    private int portOrNear(String variable, int usual) {
        return variable(variable).isPresent() ? port(variables, variable, usual) : near(usual);
    }

    /** Not one that is free only because the portal has not started yet. */
    private int near(int usual) {
        return usual == port || usual == keycloakPort ? Ports.free() : Ports.freeNear(usual);
    }

    private static int port(Map<String, String> variables, String name, int otherwise) {
        String value = variables.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw new Refusal(name + " must be a port number between 1 and 65535, not “" + value + "”.");
        }
        return Integer.parseInt(value);
    }

    private static void check(int port, String what, String variable, int example) {
        if (Ports.isForbidden(port)) {
            throw new Refusal("Port " + port + ", which " + what + " was told to use, is kept for root by the system."
                    + " Choose one from 1024 on, for example: " + variable + "=" + example + " ./portal start");
        }
        if (Ports.isTaken(port)) {
            throw new Refusal(
                    "Port " + port + ", which " + what + " needs, is taken by another program. End that program"
                            + " (“ss -ltnp sport = :" + port + "” names it), or choose another port, for example: "
                            + variable + "="
                            + example + " ./portal start");
        }
    }
}

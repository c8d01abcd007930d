package org.safercommunities.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Takes each secret from a file where {@code PORTAL_…_FILE} names one, so that it need stand in no variable, which child processes
 * inherit and tools show.
 */
class SecretFiles implements EnvironmentPostProcessor {

    static final List<String> SECRETS = List.of(
            "PORTAL_DB_PASSWORD",
            "PORTAL_DB_OWNER_PASSWORD",
            "PORTAL_SMTP_PASSWORD",
            "PORTAL_CLIENT_SECRET",
            "PORTAL_ADMIN_CLIENT_SECRET",
            "PORTAL_KEYCLOAK_ADMIN_PASSWORD");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> secrets = new HashMap<>();
        for (String secret : SECRETS) {
            String file = environment.getProperty(secret + "_FILE", "");
            if (!file.isBlank()) {
                if (!environment.getProperty(secret, "").isEmpty()) {
                    throw new IllegalStateException("Set %1$s or %1$s_FILE, not both".formatted(secret));
                }
                secrets.put(secret, read(secret, Path.of(file)));
            }
        }
        environment.getPropertySources().addFirst(new MapPropertySource("secret files", secrets));
    }

    private static String read(String secret, Path file) {
        try {
            String text = Files.readString(file).replaceAll("\\R$", "");
            if (text.isEmpty()) {
                throw new IllegalStateException("%s_FILE is empty: %s".formatted(secret, file));
            }
            return text;
        } catch (IOException e) {
            throw new IllegalStateException("%s_FILE cannot be read: %s".formatted(secret, file), e);
        }
    }
}

package org.safercommunities.portal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Nobody writes a line of their own into the log. */
class LogLinesTest {

    private static String written(String message) throws IOException {
        String pattern = Objects.requireNonNull(new YamlPropertySourceLoader()
                        .load("application", new ClassPathResource("application.yaml"))
                        .getFirst()
                        .getProperty("logging.pattern.console"))
                .toString();
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        // %wEx is Spring Boot’s, and writes what the portal itself threw
        layout.setPattern(pattern.replace("%wEx", ""));
        layout.start();
        LoggingEvent event = new LoggingEvent(
                "", context.getLogger("some.Logger"), Level.INFO, "Asked: {}", null, new Object[] {message});
        return layout.doLayout(event);
    }

    @Test
    void whatSomebodySendsStaysInItsLine() throws IOException {
        for (String hostile : new String[] {"a\nb", "a\r\nb", "a\u2028b", "a\u001B[2Kb", "a\u0085b"}) {
            String line = written(hostile + " 2026-11-01 ERROR the portal was broken into");
            assertThat(line).contains("Asked: a ~ ");
            assertThat(line.strip().lines()).as(hostile).hasSize(1);
        }
    }

    @Test
    void aPlainMessageIsWrittenAsItIs() throws IOException {
        assertThat(written("Safer Communities ~ ö")).endsWith(": Asked: Safer Communities ~ ö\n");
    }
}

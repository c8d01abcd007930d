package org.safercommunities.portal.library.contributions;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * How much may be offered, and for how long what nobody waits for is kept.
 *
 * @param waiting how many offers of one person may wait for the team; as many more may be drafts
 * @param size the largest file that is taken for an offer
 * @param keptDays so long the file of a draft, and of one that was taken back or declined, is kept after its last change
 */
@ConfigurationProperties("portal.contributions")
public record ContributionSettings(
        @DefaultValue("20") int waiting,
        @DefaultValue("200MB") DataSize size,
        @DefaultValue("90") int keptDays) {

    /** What was last touched before this loses its file. */
    Instant keptSince(Instant now) {
        return now.minus(keptDays, ChronoUnit.DAYS);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ContributionSettings.class)
    static class Bound {}
}

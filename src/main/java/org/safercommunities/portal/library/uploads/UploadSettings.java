package org.safercommunities.portal.library.uploads;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one person may leave unfinished, so that nobody fills the disk by beginning things.
 *
 * @param kept how long an upload waits for more of it, or to be used
 * @param perPerson how many uploads of one person may wait at a time
 * @param bytesPerPerson the announced sizes of these together
 */
@ConfigurationProperties("portal.uploads")
record UploadSettings(
        @DefaultValue("7d") Duration kept,
        @DefaultValue("100") int perPerson,
        @DefaultValue("20GB") DataSize bytesPerPerson) {}

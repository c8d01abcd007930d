package org.safercommunities.portal.storage;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the storage module.
 *
 * @param folder where the originals are kept; below the portal's data folder when not set
 * @param maxFileSize the largest file taken
 * @param reserve room that files leave free on their disk, for everything else that lives there
 * @param worker the processes that read files
 * @param clamav the virus scanner's limits; where it listens is {@code portal.clamd}
 */
@ConfigurationProperties("portal.storage")
public record StorageProperties(
        @Nullable Path folder,
        @DefaultValue("5GB") DataSize maxFileSize,
        @DefaultValue("512MB") DataSize reserve,
        @DefaultValue Worker worker,
        @DefaultValue Clamav clamav) {

    /**
     * @param readers how many files are read at a time
     * @param drawers how many pages are drawn at a time; apart from the readers, so that a large import keeps nobody waiting
     *     for a preview
     * @param heap of each process
     * @param timeLimit for one file or page, by the clock
     * @param textLimit most characters kept of one file
     * @param room on disk that one file may take while it is read
     * @param queue how many may wait for a process before others are turned away
     * @param recycle a process is replaced after this many files, against slow leaks in libraries
     */
    public record Worker(
            @DefaultValue("2") int readers,
            @DefaultValue("1") int drawers,
            @DefaultValue("256MB") DataSize heap,
            @DefaultValue("60s") Duration timeLimit,
            @DefaultValue("5000000") int textLimit,
            @DefaultValue("1GB") DataSize room,
            @DefaultValue("500") int queue,
            @DefaultValue("250") int recycle) {}

    /**
     * @param streamMax clamd's own {@code StreamMaxLength}: larger files cannot be scanned, and are refused
     * @param timeLimit for one file
     * @param rescansPerMinute how many files that passed are scanned again in a minute, at most, when there are new signatures; 0 for
     *     none
     * @param signaturesEvery how often it is asked what it goes by
     */
    public record Clamav(
            @DefaultValue("4GB") DataSize streamMax,
            @DefaultValue("5m") Duration timeLimit,
            @DefaultValue("60") int rescansPerMinute,
            @DefaultValue("30s") Duration signaturesEvery) {}

    /** The settings as they are when nothing is configured. */
    public static StorageProperties standard() {
        return new StorageProperties(
                null,
                DataSize.ofGigabytes(5),
                DataSize.ofMegabytes(512),
                new Worker(
                        2,
                        1,
                        DataSize.ofMegabytes(256),
                        Duration.ofSeconds(60),
                        5_000_000,
                        DataSize.ofGigabytes(1),
                        500,
                        250),
                new Clamav(DataSize.ofGigabytes(4), Duration.ofMinutes(5), 60, Duration.ofSeconds(30)));
    }
}

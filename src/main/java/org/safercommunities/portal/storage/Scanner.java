package org.safercommunities.portal.storage;

import java.io.InputStream;
import java.util.Optional;

/** Looks for viruses in files that are in the store, and held back there until it has spoken. */
public interface Scanner {

    /** Whether there is a scanner at all; when not, staff see a standing warning. */
    boolean configured();

    /** Whether it is there and listens; asked before files are read for it. Takes no longer than a few seconds. */
    boolean answers();

    /** What it goes by, in its own words, which change with its signatures; empty when it does not say. */
    Optional<String> signatures();

    /**
     * Reads the stream to its end, unless the verdict falls earlier; the caller closes it. Memory use does not grow with its
     * length. Never throws for what a file holds or a scanner does: see {@link ScanResult#admits()}.
     */
    ScanResult scan(InputStream content);

    /** No scanner: everything passes, unscanned. */
    static Scanner none() {
        return new Scanner() {
            @Override
            public boolean configured() {
                return false;
            }

            @Override
            public boolean answers() {
                return false;
            }

            @Override
            public Optional<String> signatures() {
                return Optional.empty();
            }

            @Override
            public ScanResult scan(InputStream content) {
                return new ScanResult(ScanResult.Verdict.NOT_SCANNED, "This file was not scanned for viruses.");
            }
        };
    }

    /**
     * @param address of clamd: {@code host:port}, or the path of its socket
     * @throws IllegalArgumentException when it is neither
     */
    static Scanner clamd(String address, StorageProperties.Clamav settings) {
        return new ClamdScanner(address, settings);
    }
}

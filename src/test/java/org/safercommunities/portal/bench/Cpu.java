package org.safercommunities.portal.bench;

import java.time.Duration;
import java.util.stream.Stream;

/** Processor time that processes took. */
public final class Cpu {

    private Cpu() {}

    /** Of a process and of those it has started and that are still there. */
    public static Duration spentBy(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}

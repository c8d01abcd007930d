package org.safercommunities.portal.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processor time that processes took: comparable between runs even when the machine has other work. */
public final class Cpu {

    private static final OperatingSystemMXBean OWN = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Cpu() {}

    /** Of a process and of those it has started and that are still there. */
    public static Duration spentBy(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(Cpu::of)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Of this process alone, in seconds. */
    public static double own() {
        return OWN.getProcessCpuTime() / 1e9;
    }

    /** Of the thread that asks, in seconds: what Java compiles and clears away beside it is not in it. */
    public static double ofThisThread() {
        return THREADS.getCurrentThreadCpuTime() / 1e9;
    }

    /** Of each that this process has started and that is still there, until now. */
    public static Map<Long, Duration> ofChildren() {
        return ProcessHandle.current().descendants().collect(Collectors.toMap(ProcessHandle::pid, Cpu::of));
    }

    /** What those that are there now have spent since, in seconds. */
    public static double ofChildrenSince(Map<Long, Duration> before) {
        return ofChildren().entrySet().stream()
                .mapToDouble(child -> child.getValue()
                                .minus(before.getOrDefault(child.getKey(), Duration.ZERO))
                                .toNanos()
                        / 1e9)
                .sum();
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}

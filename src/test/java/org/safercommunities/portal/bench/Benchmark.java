package org.safercommunities.portal.bench;

import java.util.List;

/** Something measured. It prints what it found, and fails when a limit that we promise is exceeded. */
public interface Benchmark {

    /**
     * @param arguments what followed the name on the command line
     * @throws Exception when it could not be measured
     */
    void run(List<String> arguments) throws Exception;
}

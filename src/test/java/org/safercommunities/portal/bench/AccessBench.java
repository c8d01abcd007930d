package org.safercommunities.portal.bench;

import java.util.List;
import org.safercommunities.portal.PortalApplication;
import org.safercommunities.portal.library.AccessTrial;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** 100,000 random (person, document, exit) cases against the oracle, and the control that must be noticed. */
final class AccessBench implements Benchmark {

    private static final int CASES = 100_000;
    private static final int WORLDS = 5;

    @Override
    public void run(List<String> arguments) {
        int cases = arguments.isEmpty() ? CASES : Integer.parseInt(arguments.getFirst());
        SpringApplication application = new SpringApplication(PortalApplication.class);
        application.setDefaultProperties(java.util.Map.copyOf(PortalServices.variables()));
        try (ConfigurableApplicationContext portal = application.run()) {
            AccessTrial trial = new AccessTrial(portal);
            long began = System.nanoTime();
            int visible = 0;
            int leaks = 0;
            int withheld = 0;
            for (int world = 0; world < WORLDS; world++) {
                AccessTrial.Outcome outcome = trial.run(1_000 + world, cases / WORLDS);
                visible += outcome.visible();
                leaks += outcome.leaks().size();
                withheld += outcome.withheld().size();
                outcome.leaks().stream().limit(3).forEach(System.out::println);
                outcome.withheld().stream().limit(3).forEach(System.out::println);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            AccessTrial.Outcome control = trial.runWeakened(2_000, 2_000);
            System.out.printf(
                    "access: %,d cases in %d worlds, %.0f s; %,d of them visible by the rule; leaks %d, withheld %d%n",
                    cases, WORLDS, seconds, visible, leaks, withheld);
            System.out.printf(
                    "control, rule weakened by one key: %d leaks noticed in %,d cases%n",
                    control.leaks().size(), control.cases());
            if (leaks > 0 || withheld > 0 || control.leaks().isEmpty()) {
                throw new IllegalStateException("the access rule does not hold, or the control was not noticed");
            }
        }
    }
}

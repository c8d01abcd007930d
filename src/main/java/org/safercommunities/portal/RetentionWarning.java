package org.safercommunities.portal;

import java.util.List;
import java.util.Optional;
import org.safercommunities.portal.shared.AdminWarning;
import org.springframework.stereotype.Component;

@Component
class RetentionWarning implements AdminWarning {

    private final RetentionRuns runs;

    RetentionWarning(RetentionRuns runs) {
        this.runs = runs;
    }

    @Override
    public Optional<Warning> now() {
        List<RetentionRuns.Line> wrong = runs.wrong();
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
                        "Not all personal data whose time is over was deleted last night.",
                        "%d of the rules did not finish. Retention says which, and they are tried again tonight."
                                .formatted(wrong.size())));
    }
}

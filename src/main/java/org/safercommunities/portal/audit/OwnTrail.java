package org.safercommunities.portal.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a person looked at, did and was refused in the portal, and what was done to their account, for their own copy. */
@Component
@Order(800)
class OwnTrail implements PersonalData {

    private static final int AT_MOST = 20_000;

    private final AuditTrail trail;

    OwnTrail(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public String section() {
        return "auditTrail";
    }

    @Override
    public String inWords() {
        return "What you opened, took out, changed and were refused here, and what staff changed about your account, each "
                + "with its time. It cannot be altered afterwards, by anybody.";
    }

    @Override
    public Object of(UUID personId) {
        return Map.of(
                "doneByYou", lines(AuditFilter.by(personId)),
                "aboutYou", lines(AuditFilter.about("person:" + personId)),
                "namingYou", lines(trail.naming(personId, AT_MOST)));
    }

    private List<Line> lines(AuditFilter filter) {
        return lines(trail.search(filter, null, AT_MOST));
    }

    private static List<Line> lines(List<AuditLine> lines) {
        return lines.stream()
                .map(line -> new Line(
                        line.at().toString(),
                        line.agency(),
                        line.action(),
                        line.subject(),
                        line.result().word(),
                        line.details()))
                .toList();
    }

    record Line(
            String at,
            @Nullable String agency,
            String action,
            String subject,
            String result,
            Map<String, String> details) {}
}

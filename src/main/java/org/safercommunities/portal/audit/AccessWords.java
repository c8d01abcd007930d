package org.safercommunities.portal.audit;

import java.util.Map;
import org.springframework.stereotype.Component;

/** What belongs to no module of its own, in words. */
@Component
class AccessWords implements AuditVocabulary {

    @Override
    public Map<String, AuditPhrase> phrases() {
        return Map.of(
                AccessTrail.MORE,
                new AuditPhrase("More was refused", "was refused more within {minutes} minutes, which is not listed"),
                SearchCounts.ACTION,
                new AuditPhrase("Searched", "searched. How often within an hour: {times}"),
                "portal.page-refused",
                new AuditPhrase("Page refused", "asked for a page that is not there for them: {subject}"),
                "portal.action-refused",
                new AuditPhrase("Action refused", "tried something that they may not do, on the page {subject}"),
                "portal.proof-missing",
                new AuditPhrase(
                        "Proof missing",
                        "was to confirm first that it is them, before anything OFFICIAL-SENSITIVE was given out: {method} {subject}"),
                "portal.call-refused",
                new AuditPhrase("Call refused", "asked for something that is not there for them: {method} {subject}"));
    }
}

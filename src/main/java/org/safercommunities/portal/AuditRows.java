package org.safercommunities.portal;

import java.util.Map;
import org.safercommunities.portal.audit.AuditResult;
import org.safercommunities.portal.audit.AuditSentence;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.StateChip;

/** How a line of the audit trail looks. */
final class AuditRows {

    private AuditRows() {}

    /** @param agencies names by slug; empty where it goes without saying */
    static Row of(AuditSentence sentence, Map<String, String> agencies) {
        String agency = sentence.line().agency();
        String from = agency == null || agencies.isEmpty() ? "" : agencies.getOrDefault(agency, agency);
        String moment = Dates.moment(sentence.line().at());
        Row row = Row.titled(sentence.title()).icon(icon(sentence.line().subject()));
        if (from.isEmpty()) {
            row.facts(sentence.words(), moment);
        } else {
            row.facts(sentence.words(), from, moment);
        }
        return sentence.line().result() == AuditResult.REFUSED ? row.chips(StateChip.warn(Icon.LOCK, "Refused")) : row;
    }

    private static Icon icon(String subject) {
        return switch (subject.contains(":") ? subject.substring(0, subject.indexOf(':')) : subject) {
            case "agency" -> Icon.BUILDING_2;
            case "person" -> Icon.USER;
            case "group" -> Icon.LAYERS;
            case "document" -> Icon.FILE_TEXT;
            case "address" -> Icon.LOCK;
            default -> Icon.HISTORY;
        };
    }
}

package org.safercommunities.portal;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.NotAllowed;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Csv;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.springframework.stereotype.Component;

/** The record of processing that Article 30 of the UK GDPR asks for, made of the register of rules. For administrators. */
@Component
class PrivacyRecord {

    private final PrivacyRegister register;

    PrivacyRecord(PrivacyRegister register) {
        this.register = register;
    }

    /** One kind of personal data, as it leaves. */
    record Entry(
            String key,
            String what,
            String whose,
            String purpose,
            String basis,
            String article,
            String seenBy,
            String kept,
            String then,
            String whenLeaving,
            @Nullable String copiedAs,
            String notCopied,
            List<String> where) {

        static Entry of(PersonalRule rule) {
            return new Entry(
                    rule.key(),
                    rule.what(),
                    rule.whose(),
                    "So that " + rule.why(),
                    rule.basis().inWords(),
                    rule.basis().article(),
                    rule.seenBy(),
                    rule.keeping().inWords(),
                    rule.then().inWords(),
                    rule.onLeaving().inWords(),
                    rule.section(),
                    rule.notCopied(),
                    rule.where().stream()
                            .map(each -> each.table() + ": " + String.join(", ", each.names()))
                            .toList());
        }
    }

    List<Entry> entries(Reader by) {
        NotAllowed.unlessAdministrator(by);
        return register.rules().stream().map(Entry::of).toList();
    }

    void write(Appendable out, Reader by) throws IOException {
        Csv table = new Csv(out)
                .row(
                        "key",
                        "what",
                        "whose",
                        "purpose",
                        "basis",
                        "article",
                        "who sees it",
                        "kept",
                        "then",
                        "when leaving",
                        "in the copy as",
                        "not in the copy",
                        "where");
        for (Entry entry : entries(by)) {
            String copied = entry.copiedAs();
            table.row(
                    entry.key(),
                    entry.what(),
                    entry.whose(),
                    entry.purpose(),
                    entry.basis(),
                    entry.article(),
                    entry.seenBy(),
                    entry.kept(),
                    entry.then(),
                    entry.whenLeaving(),
                    copied == null ? "" : copied,
                    entry.notCopied(),
                    entry.where().stream().collect(Collectors.joining("; ")));
        }
    }
}

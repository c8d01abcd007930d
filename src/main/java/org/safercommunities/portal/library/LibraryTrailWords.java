package org.safercommunities.portal.library;

import java.util.Map;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;

/**
 * What is done in the library, in words. Documents go by their ids there: administrators read the trail, and a title is
 * content that they may not be meant to see.
 */
@Component
class LibraryTrailWords implements AuditVocabulary {

    @Override
    public Map<String, AuditPhrase> phrases() {
        return Map.ofEntries(
                Map.entry(
                        "library.document-drafted",
                        new AuditPhrase("Document drafted", "began the document {subject}")),
                Map.entry(
                        "library.document-published",
                        new AuditPhrase("Document published", "published the document {subject}")),
                Map.entry(
                        "library.document-described",
                        new AuditPhrase("Document changed", "changed the document {subject}")),
                Map.entry(
                        "library.version-added",
                        new AuditPhrase("Version added", "added version {number} to the document {subject}")),
                Map.entry(
                        "library.document-removed",
                        new AuditPhrase("Document removed", "removed the document {subject}")),
                Map.entry(
                        DocumentDownloaded.ACTION,
                        new AuditPhrase(
                                "Document downloaded",
                                "took out version {number} of the document {subject}[, in {emergency:emergency}]")),
                Map.entry(
                        OpenedTrail.ACTION,
                        new AuditPhrase(
                                "Document read", "had the document {subject} before them[, in {emergency:emergency}]")),
                Map.entry(
                        DocumentStep.Kind.HANDED_OVER.action,
                        new AuditPhrase(
                                "Document handed over", "gave the document {subject} to {person:to} to answer for")),
                Map.entry(
                        DocumentStep.Kind.WITHDRAWN.action,
                        new AuditPhrase("Document withdrawn", "withdrew the document {subject}")),
                Map.entry(
                        DocumentStep.Kind.REINSTATED.action,
                        new AuditPhrase("Document put back", "put the document {subject} back")),
                Map.entry(
                        DocumentStep.Kind.REVIEWED.action,
                        new AuditPhrase("Document reviewed", "reviewed the document {subject}")),
                Map.entry(
                        DocumentStep.Kind.KEPT_LONGER.action,
                        new AuditPhrase("Document kept longer", "had the document {subject} kept until {until}")),
                Map.entry(
                        DocumentStep.Kind.DISPOSED.action,
                        new AuditPhrase(
                                "Document deleted for good",
                                "approved that the document {subject} is deleted for good")),
                Map.entry(
                        DocumentStep.Kind.OPENED.action,
                        new AuditPhrase(
                                "Document opened to delegates",
                                "opened the document {subject} to the delegates of the pack {pack:pack}")),
                Map.entry(
                        DocumentStep.Kind.CLOSED.action,
                        new AuditPhrase(
                                "Document closed to delegates",
                                "closed the document {subject} to the delegates of the pack {pack:pack}")),
                Map.entry(
                        DocumentStep.Kind.CAPTIONS.action,
                        new AuditPhrase("Captions changed", "gave the document {subject} {what}")),
                Map.entry(
                        DocumentStep.Kind.HELD_BACK.action,
                        new AuditPhrase(
                                "File held back by the virus scanner",
                                "held back version {version} of the document {subject}: {finding}")),
                Map.entry(
                        DocumentStep.Kind.RELEASED.action,
                        new AuditPhrase(
                                "File released to its readers",
                                "let version {version} of the document {subject} out, which the virus scanner held back"
                                        + " ({finding}), because: {reason}")),
                Map.entry(
                        DocumentStep.Kind.SCANNED_AGAIN.action,
                        new AuditPhrase(
                                "File scanned again", "had version {version} of the document {subject} scanned again")),
                Map.entry(
                        DocumentStep.Kind.FILE_DELETED.action,
                        new AuditPhrase(
                                "Held back file deleted for good",
                                "had the file of version {version} of the document {subject} deleted for good ({finding})")),
                Map.entry(
                        "library.emergency-opened",
                        new AuditPhrase(
                                "Document opened in an emergency",
                                "opened the document {subject} in an emergency, for {minutes} minutes. The reason: {words}")),
                Map.entry(
                        "library.emergency-refused",
                        new AuditPhrase(
                                "Opening in an emergency refused",
                                "tried to open the document {subject} in an emergency. The reason: {words}")),
                Map.entry(
                        "library.emergency-ended",
                        new AuditPhrase(
                                "Emergency access ended",
                                "ended the emergency access of {person:person} to the document {subject}")),
                Map.entry(
                        "library.emergency-reviewed",
                        new AuditPhrase(
                                "Emergency access looked at",
                                "looked at the emergency access of {person:person} to the document {subject}: {words}")),
                Map.entry(
                        TopicsChanged.ACTION,
                        new AuditPhrase("Topics or kinds changed", "changed the topics or kinds: {what} {slug}")));
    }
}

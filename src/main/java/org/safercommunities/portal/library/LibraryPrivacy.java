package org.safercommunities.portal.library;

import java.util.List;
import org.safercommunities.portal.library.contributions.ContributionSettings;
import org.safercommunities.portal.shared.privacy.Basis;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Keeping;
import org.safercommunities.portal.shared.privacy.Nobodys;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.PrivacyRules;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The rules of documents and packs: whose they are, who changed them, and for whom by name. */
@Component
@Order(310)
class LibraryPrivacy implements PrivacyRules {

    private static final Keeping AS_LONG_AS_IT =
            Keeping.until("the document is deleted at the end of its own retention");

    private final ContributionSettings contributions;

    LibraryPrivacy(ContributionSettings contributions) {
        this.contributions = contributions;
    }

    @Override
    public String area() {
        return "Library";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(work(), meant(), emergencies(), offers(), offeredFiles());
    }

    private static PersonalRule work() {
        return PersonalRule.of(
                        "library-work",
                        "Which documents and packs you put in, own and changed, and what you decided about them")
                .because(Basis.PUBLIC_TASK, "readers and the team know whom to ask, and who answers for it")
                .seenBy("Everybody who may see the document; of changes, editors")
                .kept(AS_LONG_AS_IT, Fate.PSEUDONYMISED)
                .onLeaving(Fate.PSEUDONYMISED)
                .copied("libraryWork")
                .notCopied("The files themselves, which you find in the library.")
                .in("document", "owner")
                .in("document_version", "added_by")
                .in("document_change", "id document_id at actor what before_text after_text")
                .in("document_disposal", "approved_by")
                .in("document_captions", "added_by")
                .in("document_captions_promise", "promised_by")
                .in("document_news", "actor")
                .in("pack", "owner")
                .in("document_offer", "decided_by");
    }

    private static PersonalRule meant() {
        return PersonalRule.of("library-audience", "That a document or pack was meant for you by name")
                .because(Basis.PUBLIC_TASK, "you see what is meant for you, and others do not")
                .seenBy("Editors who may see it")
                .kept(AS_LONG_AS_IT, Fate.PSEUDONYMISED)
                .onLeaving(Fate.PSEUDONYMISED)
                .copied("libraryWork")
                .in("document_audience", "token")
                .in("pack_audience", "token");
    }

    private static PersonalRule emergencies() {
        return PersonalRule.of(
                        "emergencies", "Which documents you opened in an emergency, why, and what was found about it")
                .on("Administrators")
                .because(Basis.PUBLIC_TASK, "whoever shares something can see that it was not opened without need")
                .seenBy("Administrators")
                .kept(Keeping.until("the partnership’s retention policy lets it go"), Fate.PSEUDONYMISED)
                .onLeaving(Fate.PSEUDONYMISED)
                .copied("libraryWork")
                .in(
                        "emergency_access",
                        "id document_id person_id reason opened_at until_at ended_at ended_by reviewed_at reviewed_by was_right"
                                + " review");
    }

    private static PersonalRule offers() {
        return PersonalRule.of("document-offers", "Documents that you offered for the library, and what became of them")
                .because(Basis.PUBLIC_TASK, "the team can look at them and answer you")
                .seenBy("The team; your agency’s coordinator")
                .kept(Keeping.until("the offer is deleted"), Fate.PSEUDONYMISED)
                .onLeaving(Fate.PSEUDONYMISED)
                .copied("documentOffers")
                .notCopied("The file itself, which you find with your offer.")
                .in(
                        "document_offer",
                        "id author agency state title description kind topics marking handling audience_wish note named may_share"
                                + " no_personal_data version_of document_id sha256 size file_name media_type file_added_at"
                                + " file_gone_at reading reading_reason reading_began_at reading_attempts pages higher_markings"
                                + " version changed_at sent_at decided_at reason")
                .in("document_offer_step", "id offer_id what person at words");
    }

    private PersonalRule offeredFiles() {
        return PersonalRule.of("offered-files", "The file of a draft, or of an offer that was declined or taken back")
                .because(Basis.PUBLIC_TASK, "you can go on with it")
                .seenBy("You, and the team once you sent it")
                .kept(Keeping.days(contributions.keptDays(), "after your last change"), Fate.ERASED)
                .copied("documentOffers")
                .notCopied("The file’s words, which are in the file.")
                .in("document_offer_text", "offer_id text");
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of(
                Nobodys.of(
                        "document",
                        "id title description kind marking handling agency review_on state published_at created_at"
                                + " current_number version visible_from visible_until announced_at withdrawn_at"
                                + " withdrawn_reason replaced_by review_asked_on dispose_on retention_basis",
                        "What the document is; it is an agency’s"),
                Nobodys.of("document_audience", "document_id", "Which document the key is of"),
                Nobodys.of(
                        "document_version",
                        "id document_id number sha256 size file_name media_type note added_at reading reading_reason"
                                + " reading_began_at reading_attempts pages higher_markings",
                        "What the file is"),
                Nobodys.of("document_text", "version_id text", "The words of a document, which is itself the record"),
                Nobodys.of(
                        "document_disposal",
                        "document_id due_on basis files bytes approved_at",
                        "That a document was deleted"),
                Nobodys.of("document_captions", "version_id language vtt cues added_at", "What is said in a recording"),
                Nobodys.of(
                        "document_captions_promise",
                        "document_id reason due_on promised_at",
                        "When captions will be there"),
                Nobodys.of("document_news", "id document_id occasion number at told_at searched_at", "What is new"),
                Nobodys.of(
                        "document_reference",
                        "reference document_id sha256 said unpublished sent_at",
                        "What another system calls a document"),
                Nobodys.of("document_topic", "document_id topic", "What the document is about"),
                Nobodys.of("document_kind", "slug name position retention_months retired", "Kinds of documents"),
                Nobodys.of("topic", "slug name theme position retired first_year last_year", "Topics"),
                Nobodys.of(
                        "pack",
                        "id title description state agency created_at changed_at published_at cover_sha256 cover_type",
                        "What the pack is"),
                Nobodys.of("pack_audience", "pack_id", "Which pack the key is of"),
                Nobodys.of(
                        "pack_member",
                        "id pack_id position kind document_id event_id title address note section opened",
                        "What is in the pack"));
    }
}

package org.safercommunities.portal.agencies;

import java.util.List;
import org.safercommunities.portal.shared.privacy.Basis;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Keeping;
import org.safercommunities.portal.shared.privacy.Nobodys;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.PrivacyRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The rules of accounts: who somebody is, where they belong, what they may do and when they were here. */
@Component
@Order(1)
class AgenciesPrivacy implements PrivacyRules {

    private static final String ADMINISTRATORS = "Administrators";

    private final Keeping afterLeaving;

    AgenciesPrivacy(@Value("${portal.accounts.erased-after-days}") int days) {
        afterLeaving = Keeping.days(days, "after your membership has ended, or when you ask us to and we agree");
    }

    @Override
    public String area() {
        return "Your account";
    }

    @Override
    public List<PersonalRule> rules() {
        return List.of(
                account(),
                signInAccount(),
                belonging(),
                moves(),
                sessions(),
                requests(),
                contacts(),
                dataRequests(),
                holds(),
                erased());
    }

    private PersonalRule account() {
        return PersonalRule.of("account", "Your name, work email address, and how you sign in")
                .because(Basis.PUBLIC_TASK, "you get at what is meant for you, and others know whom they work with")
                .seenBy("Your agency’s coordinator and administrators; your name, everybody who is signed in")
                .kept(afterLeaving, Fate.ERASED)
                .copied("account")
                .in("person", "id provider subject email name access_version created_at last_sign_in_at version");
    }

    private PersonalRule signInAccount() {
        return PersonalRule.of(
                        "sign-in-account",
                        "Your account in the sign-in service: name, address, links to your agency’s sign-in, and sessions")
                .because(Basis.PUBLIC_TASK, "you can sign in")
                .seenBy("Whoever runs the portal")
                .kept(afterLeaving, Fate.ERASED)
                .notCopied("What it holds is in the copy of your account here. Its passwords and keys are secrets.")
                .in("account_to_delete", "subject person_id since deleted_at");
    }

    private PersonalRule belonging() {
        return PersonalRule.of("belonging", "Which agency and groups you belong to, and your roles here")
                .because(Basis.PUBLIC_TASK, "you get at what is meant for you, and nothing else")
                .seenBy("Your agency’s coordinator and administrators")
                .kept(afterLeaving, Fate.PSEUDONYMISED)
                .onLeaving(Fate.PSEUDONYMISED)
                .copied("account")
                .in("membership", "id person_id agency since confirmed_at questioned_at ended_at end_reason current")
                .in("person_role", "person_id role")
                .in("group_member", "group_slug person_id capacity substitute_for from_at until_at");
    }

    private static PersonalRule moves() {
        return PersonalRule.of(
                        "moves", "That your coordinator said you move to another agency, and what they wrote to it")
                .because(Basis.PUBLIC_TASK, "the other agency can answer")
                .seenBy("The coordinators of both agencies; administrators")
                .kept(Keeping.until("the other agency answers, or it is taken back"), Fate.ERASED)
                .copied("staffWork")
                .in("membership_move", "person_id from_agency to_agency note asked_by asked_at");
    }

    private static PersonalRule sessions() {
        return PersonalRule.of("sessions", "When you signed in, and with which browser")
                .because(Basis.PUBLIC_TASK, "you can sign out elsewhere, and nobody uses the portal as you")
                .kept(Keeping.days(OwnSessions.KEPT_DAYS, "after you signed in"), Fate.ERASED)
                .copied("account")
                .notCopied("The ids of sessions: they are secrets for as long as a session lasts.")
                .in(
                        "portal_session",
                        "id person_id keycloak_sid access_version device opened_at checked_at ended_at end_reason");
    }

    private static PersonalRule requests() {
        return PersonalRule.of("access-requests", "What you wrote when you asked for access, and our answer")
                .on("Whoever asks for access")
                .because(Basis.PUBLIC_TASK, "we can answer you, and know later why we did so")
                .seenBy(ADMINISTRATORS)
                .kept(Keeping.of(AnsweredRequests.KEPT, "after we answered"), Fate.ERASED)
                .copied("account")
                .in(
                        "access_request",
                        "id email name organisation reason asked_at state answer answered_at answered_by person_id version");
    }

    private static PersonalRule contacts() {
        return PersonalRule.of(
                        "agency-contacts",
                        "That you answer for an agency: as its contact, by a signature or review, or by asking for its end")
                .on("Contacts and signatories of agencies")
                .because(Basis.PUBLIC_TASK, "it is known whom to ask and who agreed to share")
                .seenBy(ADMINISTRATORS + "; the agency’s coordinator")
                .kept(Keeping.until("the agency names somebody else, or leaves the partnership"), Fate.KEPT)
                .onLeaving(Fate.ERASED)
                .copied("staffWork")
                .notCopied("Who signed an agreement for an agency: it is the agency’s record, and stays.")
                .in("agency_contact", "agency name email phone")
                .in("membership_review", "finished_by")
                .in("agency_ending", "asked_by reason")
                .in("sharing_signature", "signed_by");
    }

    private PersonalRule dataRequests() {
        return PersonalRule.of("data-requests", "What you asked us about your data, and our answer")
                .because(Basis.LEGAL_DUTY, "we can show that we answered in time")
                .seenBy(ADMINISTRATORS)
                .kept(afterLeaving, Fate.ERASED)
                .copied("staffWork")
                .in("privacy_request", "id person_id kind words asked_at state answer answered_at answered_by");
    }

    private static PersonalRule holds() {
        return PersonalRule.of("holds", "That nothing of your data may be erased for now, and why")
                .because(Basis.LEGAL_DUTY, "nothing is lost that a court or an inquiry needs")
                .seenBy(ADMINISTRATORS)
                .kept(Keeping.until("your account is erased"), Fate.ERASED)
                .copied("staffWork")
                .notCopied("The reason: it may be about others, and is told on request where the law allows it.")
                .in("person_hold", "id person_id reason until_on held_at held_by lifted_at current");
    }

    private static PersonalRule erased() {
        return PersonalRule.of("erased", "That an account was erased, by a number that names nobody")
                .on("Former members")
                .because(Basis.LEGAL_DUTY, "we can show that it was done")
                .seenBy(ADMINISTRATORS)
                .kept(Keeping.until("the partnership’s retention policy lets it go"), Fate.PSEUDONYMISED)
                .onLeaving(Fate.PSEUDONYMISED)
                .notCopied("Whoever is erased has no account to take a copy with.")
                .in("person_erasure", "person_id erased_at");
    }

    @Override
    public List<Nobodys> nobodys() {
        return List.of(
                Nobodys.of("agency", "slug name identity_provider merged_into ended_at version", "What the agency is"),
                Nobodys.of("agency_domain", "domain agency", "A domain of an agency"),
                Nobodys.of("portal_group", "slug name kind description ended_at version", "What the group is"),
                Nobodys.of(
                        "agency_sign_in",
                        "agency kind alias address identity client_id attribute_names settings keys_until needs_secret"
                                + " trial_until tried_at tried_faults stamp done_stamp trouble",
                        "How an agency’s own sign-in is connected"),
                Nobodys.of(
                        "agency_ending",
                        "id agency into_agency fingerprint asked_at",
                        "That an agency is to end, until somebody else agrees"),
                Nobodys.of(
                        "sign_in_change", "fingerprint at", "That somebody was told of a change of how they sign in"),
                Nobodys.of("sign_in_change_read", "id read_to", "To when such changes have been read"),
                Nobodys.of("sharing_agreement", "version in_force_from added_at", "A version of the agreement"),
                Nobodys.of(
                        "sharing_signature",
                        "id agency version signed_on valid_until recorded_at taken_back_at",
                        "That an agency signed"),
                Nobodys.of("sharing_notice", "agency lapses_at days sent_at", "That people of an agency were told"),
                Nobodys.of(
                        "membership_review",
                        "agency quarter opened_at due_on reminded_at finished_at",
                        "That an agency looked through its people"));
    }
}

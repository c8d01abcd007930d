package org.safercommunities.portal.agencies;

import java.util.Map;
import java.util.TreeMap;
import org.safercommunities.portal.audit.AuditPhrase;
import org.safercommunities.portal.audit.AuditVocabulary;
import org.springframework.stereotype.Component;

/** What is done with agencies, groups and people, in words. */
@Component
class AgencyWords implements AuditVocabulary {

    private final Map<String, AuditPhrase> phrases = new TreeMap<>();

    AgencyWords() {
        agencies();
        sharing();
        groups();
        people();
        access();
    }

    private void agencies() {
        say("agency-created", "Agency added", "added the agency {subject}");
        say(
                "agency-described",
                "Agency changed",
                "changed what is known of {subject}[, called {nameBefore} until then]"
                        + "[. Email domains: {domains}][. Own sign-in: {identityProvider}]");
        say(
                "agency-sign-in-prepared",
                "Sign-in prepared",
                "prepared how the people of {subject} are to sign in: {how}[, at {identity}]");
        say("agency-sign-in-secret-given", "Client secret entered", "entered a client secret for {subject}");
        say(
                "agency-sign-in-trial-opened",
                "Sign-in opened for a trial",
                "opened the new sign-in of {subject} for a trial");
        say("agency-sign-in-tried", "Sign-in tried", "had the new sign-in of {subject} tried by somebody: {result}");
        say("agency-signs-in-by", "Sign-in in use", "let the people of {subject} in by {identityProvider}");
        say("agency-contact-changed", "Contact changed", "changed who answers for {subject}");
        say(
                "agency-ending-asked",
                "Ending asked for",
                "asked a second administrator to end {subject}[ and make it part of {agency:into}][. Reason: {reason}]");
        say("agency-ending-agreed", "Ending agreed to", "agreed to end {subject}[ and make it part of {agency:into}]");
        say(
                "agency-ending-declined",
                "Ending declined",
                "declined to end {subject}[ and make it part of {agency:into}][. Reason: {reason}]");
        say(
                "agency-ending-taken-back",
                "Ending taken back",
                "took back that {subject} is to end[ and become part of {agency:into}]");
        say("agency-ended", "Agency ended", "ended the agency {subject}");
        say("agency-reopened", "Agency opened again", "opened the agency {subject} again");
        say("agency-merged", "Agency merged", "made {subject} part of {agency:into}");
    }

    private void sharing() {
        say("sharing-version-added", "Agreement added", "added version {version} of the Information Sharing Agreement");
        say(
                "sharing-put-in-force",
                "Agreement put in force",
                "put version {version} of the Information Sharing Agreement in force from {from}");
        say(
                "sharing-signed",
                "Agreement signed",
                "recorded that {subject} signed version {version} of the Information Sharing Agreement on {on}[, valid until"
                        + " {until}]");
        say(
                "sharing-signature-taken-back",
                "Signature taken back",
                "took back a signature of {subject} that was recorded by mistake");
        say(
                "sharing-lapse-told",
                "Told of a lapse",
                "told people that the signature of {subject} lapses. Days before: {days}. How many: {told}");
    }

    private void groups() {
        say("group-created", "Group added", "added the group {subject}");
        say("group-described", "Group changed", "changed the name or description of the group {subject}");
        say("group-joined", "Joined a group", "added {person:person} to the group {subject}");
        say(
                "group-place-changed",
                "Place in a group changed",
                "changed the place of {person:person} in the group {subject}");
        say("group-left", "Left a group", "took {person:person} out of the group {subject}");
        say("group-ended", "Group ended", "ended the group {subject}");
        say("group-reopened", "Group opened again", "opened the group {subject} again");
    }

    private void people() {
        say("signed-in", "Signed in", "signed in[, with {device}]");
        say("identity-confirmed", "Confirmed that it is them", "confirmed that it is them, by {by}");
        say("signed-out", "Signed out", "signed out");
        say("password-changed", "Password changed", "chose a new password");
        say("factor-set-up", "Second factor set up", "set up an authenticator app");
        say("factor-removed", "Second factor removed", "removed an authenticator app");
        say(
                "factor-taken-off",
                "Second factor taken off",
                "took off the second factor of {subject}, having made sure that it is them ({checked}). The reason: {reason}");
        say("session-ended", "Session ended", "ended a session of {subject}. The reason: {reason}");
        say("sign-in-refused", "Sign-in refused", "was not let in. The reason: {reason}");
        say(
                "stranger-refused",
                "Sign-in refused",
                "did not let in somebody unknown here, {subject}. The reason: {reason}");
        say("limited", "Asked too often", "was turned away for having tried to {doing} too often");
        say(
                "stranger-limited",
                "Asked too often",
                "turned away somebody who was not signed in and had tried to {doing} too often");
        say(
                "request-rejected",
                "Hostile request",
                "turned away a request of a form that no browser sends, or to a name that is not the portal’s");
        say("copy-taken", "Own copy taken", "took out the copy of everything that the portal holds on them");
        say("people-exported", "People exported", "took out a table of people[ of {agency:agency}]");
        say("trail-exported", "Audit trail exported", "took out lines of the audit trail");
        say("person-named", "Person added", "added {subject} to {agency:agency}");
        say("person-first-signed-in", "First sign-in", "signed in for the first time and belongs to {agency:agency}");
        say("person-signs-in-anew", "Signs in another way", "signs in by {by} now, as their agency does");
        say("person-given-roles", "Roles changed", "changed the roles of {subject} to: {roles:roles}");
        say("person-confirmed", "Membership confirmed", "confirmed that {subject} works at {agency:agency}");
        say(
                "person-left-agency",
                "Membership ended",
                "ended the membership of {subject} in {agency:agency}[. The reason: {reason}]");
        say(
                "account-questioned",
                "Unused account",
                "asked {subject} of {agency:agency} whether they still want their account");
        say("review-began", "Review of colleagues began", "began the quarterly review of the people of {subject}");
        say(
                "review-due",
                "Review of colleagues due",
                "reminded the coordinators of {subject} of the review of its people");
        say(
                "review-finished",
                "Review of colleagues finished",
                "finished the quarterly review of the people of {subject}");
        say(
                "move-asked",
                "Move to another agency",
                "said that {subject} moves from {from:agency} to {to:agency}[, and wrote: {words}]");
        say(
                "move-accepted",
                "Move to another agency accepted",
                "said yes to the move of {subject} from {from:agency} to {to:agency}");
        say(
                "move-declined",
                "Move to another agency declined",
                "said no to the move of {subject} from {from:agency} to {to:agency}. The reason: {words}");
        say(
                "move-taken-back",
                "Move to another agency taken back",
                "took back that {subject} moves from {from:agency} to {to:agency}");
        say(
                "person-data-held",
                "Data held",
                "had the data of {subject} held, so that it is not erased[, until {until}]");
        say("person-data-let-go", "Data no longer held", "ended that the data of {subject} is held");
        say("person-erased", "Data erased", "erased what was held on {subject} by the rules of privacy");
        say(
                "person-account-deleted",
                "Account deleted",
                "deleted the account that {subject} had in the sign-in service");
        say("person-asked-correction", "Correction asked for", "asked for something held on them to be put right");
        say("person-asked-erasure", "Erasure asked for", "asked for their data to be erased");
        say(
                "person-asked-answered",
                "Request on data answered",
                "answered what {subject} had asked about their data: {state}");
        say("person-joined-agency", "Moved agency", "moved {subject} to {agency:agency}");
    }

    private void access() {
        say("account-opened", "Account opened", "opened the portal to {subject} and had a mail sent");
        say("access-requested", "Access asked for", "was asked for access by somebody new");
        say(
                "access-given",
                "Access given",
                "said yes to a request for access[ and added {person:person}][ to {agency:agency}]");
        say("access-declined", "Access declined", "said no to a request for access");
        say(
                "access-requests-deleted",
                "Old requests deleted",
                "deleted requests for access that were answered before {before}. How many: {count}");
    }

    private void say(String what, String title, String sentence) {
        phrases.put("agencies." + what, new AuditPhrase(title, sentence));
    }

    @Override
    public Map<String, AuditPhrase> phrases() {
        return phrases;
    }
}

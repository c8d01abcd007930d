package org.safercommunities.portal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.Prose;
import org.safercommunities.portal.shared.ui.PublicLayout;

/** What the portal holds on people, why, and what they can ask. Says no more than the portal does. */
@Route(value = "privacy", layout = PublicLayout.class)
@PageTitle("Privacy notice")
@AnonymousAllowed
class PrivacyPage extends Div {

    PrivacyPage(Contact contact) {
        Anchor mail = new Anchor(contact.mailto("My data in the portal"), contact.email());
        add(
                new PageHeader("Privacy notice")
                        .lead("What the Safer Communities Portal holds on you, why, and what you can ask us to do."),
                what(),
                why(),
                howLong(),
                rights(mail));
    }

    private static Prose what() {
        return new Prose()
                .heading("What we hold")
                .list(
                        "Your name, work email address and agency, from your agency’s sign-in or from whoever asked for your"
                                + " account.",
                        "The role and groups you have here.",
                        "Which documents you put in, changed and downloaded, and when.",
                        "When you signed in, and technical logs with your network address, to keep the portal safe and working.",
                        "What you write to the team through the portal, for example when you ask for access.",
                        "If you get our bulletins: your address, which you get and about what, and how we know that you agreed.",
                        "That you have read a bulletin or a document here, under a pseudonym, so that readers can be counted by agency.",
                        "What you follow and the searches you save, what you were told of, and when you want that by mail.",
                        "Whether you found a document useful, and what you wrote to its owner about it.")
                .text(
                        "We never see the password of your agency’s account. Your name may stand beside documents you put in.");
    }

    private static Prose why() {
        return new Prose()
                .heading("Why, and on what basis")
                .text(
                        "Councils, the police, fire and rescue, health and probation have a duty to work together against crime and"
                                + " disorder. The portal is how they share what they know. We use your data as part of that task carried"
                                + " out in the public interest: to show you what is meant for you and to account for who had access to"
                                + " what.")
                .heading("Who sees it")
                .list(
                        "Your agency’s coordinator sees who in your agency has an account.",
                        "Editors of the Kent Community Safety Team see who downloaded a document.",
                        "What you write about a document is read, with your name, by its owner and by the editors who can see the"
                                + " document.",
                        "Whoever you show the code of a certificate of attendance sees what stands on it: your name and agency, the"
                                + " event, and when you were there.",
                        "Administrators look after accounts.")
                .text(
                        "We pass nothing on to others, unless the law asks us to. Nobody is profiled and nothing is decided about"
                                + " you by a machine.")
                .heading("Cookies and your device")
                .text(
                        "The portal and its sign-in use only cookies that are needed to keep you signed in. Nothing follows"
                                + " visitors about, nothing in our mails reports back, and there is nothing from other companies.")
                .text(
                        "What you type into some forms is kept in your own browser until it is sent, so that nothing is lost when a"
                                + " connection breaks. It is removed when you send the form or sign out, and after three days at the"
                                + " latest counts no more.");
    }

    private static Prose howLong() {
        return new Prose()
                .heading("How long")
                .text(
                        "Your account ends when you leave your agency or it leaves the partnership. The record of who had access to"
                                + " which document is kept as long as the partnership’s retention policy asks for, because partners must"
                                + " be able to account for what they shared.")
                .text(
                        "What you wrote when you asked for access is deleted a year after we answered. Mails that the portal sent you"
                                + " are deleted from it after three months.")
                .text(
                        "Asking for bulletins and not confirming it is forgotten after seven days. When you unsubscribe, we keep your"
                                + " address and that you did, so that no list that somebody gives us brings you back; ask us, and we"
                                + " remove that too.")
                .text(
                        "The pseudonym under which you count as a reader of a bulletin is deleted three months after it was sent. That"
                                + " of a reader of documents is deleted after thirteen months. Groups of fewer than ten readers are shown"
                                + " to nobody.")
                .text(
                        "Notices are deleted after three months. Words for which a search found nothing are kept for a year, without"
                                + " who looked for them, and without email addresses and long numbers.");
    }

    private static Prose rights(Anchor mail) {
        return new Prose()
                .heading("Your rights")
                .text(
                        "You may ask for a copy of what we hold on you, to have it put right, to have it removed or used less, and"
                                + " you may object. Write to ",
                        mail,
                        ". We answer within one month.")
                .text(
                        "If you are not content with our answer, you can complain to the ",
                        new Anchor("https://ico.org.uk/make-a-complaint/", "Information Commissioner’s Office"),
                        ".");
    }
}

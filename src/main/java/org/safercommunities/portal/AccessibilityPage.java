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

/** The accessibility statement, in the form the regulations of 2018 ask of public bodies. */
@Route(value = "accessibility", layout = PublicLayout.class)
@PageTitle("Accessibility statement")
@AnonymousAllowed
class AccessibilityPage extends Div {

    AccessibilityPage(Contact contact) {
        add(
                new PageHeader("Accessibility statement")
                        .lead("For the Safer Communities Portal, run by the Kent Community Safety Team."),
                whatYouCanDo(),
                howAccessible(),
                reporting(contact),
                technical(),
                preparation());
    }

    private static Prose whatYouCanDo() {
        return new Prose()
                .text(
                        "We want everyone who works for a safer Kent to be able to use this portal. You should be able to:")
                .list(
                        "zoom in up to 400% without text running off the screen",
                        "use every page with a keyboard alone, and see where you are",
                        "listen to every page with a screen reader",
                        "choose light or dark, more contrast or less movement on your device, and have the portal follow",
                        "use it on a phone 320 pixels wide")
                .text(
                        "We have also tried to write plainly. ",
                        new Anchor("https://mcmw.abilitynet.org.uk/", "AbilityNet"),
                        " has advice on making your device easier to use if you have a disability.");
    }

    private static Prose howAccessible() {
        return new Prose()
                .heading("How accessible this portal is")
                .text("Some of what you find here is not fully accessible:")
                .list(
                        "documents are shared by many agencies in the form they were made; some PDFs and older Office files"
                                + " have no headings, no descriptions of pictures or no text at all",
                        "the picture of a page that we show of a PDF has no text of its own; its words are in the download and,"
                                + " where we could read them, in search",
                        "the sign-in page of your own agency is run by your agency and may behave differently");
    }

    private static Prose reporting(Contact contact) {
        Prose prose = new Prose()
                .heading("Tell us about a problem, or ask for another format")
                .text(
                        "Write to ",
                        new Anchor(contact.mailto("Accessibility of the portal"), contact.email()),
                        ". Say which page or document it is, what you need (for example large print, plain text or a"
                                + " recording read out) and how to reach you. We answer within five working days.");
        prose.add(new Prose()
                .heading("If you are not content with our answer")
                .text(
                        "The Equality and Human Rights Commission enforces the accessibility regulations of 2018. Contact the ",
                        new Anchor("https://www.equalityadvisoryservice.com/", "Equality Advisory and Support Service"),
                        "."));
        return prose;
    }

    private static Prose technical() {
        return new Prose()
                .heading("Technical information")
                .text(
                        "The Kent Community Safety Team is committed to making this portal accessible, in accordance with the"
                                + " Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.")
                .text(
                        "The portal is partially compliant with the Web Content Accessibility Guidelines version 2.2, level AA,"
                                + " because of what is listed here.")
                .heading("Content that is not accessible")
                .list(
                        "Documents: pictures without a text alternative (criterion 1.1.1), headings and tables that are not"
                                + " marked as such (1.3.1). Whoever puts a document in is asked for a description, and you may"
                                + " ask for another format.",
                        "Recordings without captions (1.2.2), where the agency that made them has none.",
                        "Files made before 23 September 2018 that are not needed for services we run are outside the"
                                + " regulations.");
    }

    private static Prose preparation() {
        return new Prose()
                .heading("How we tested the portal")
                .text(
                        "Every page is checked by axe-core against WCAG 2.2 AA each time the portal is built, in light and dark,"
                                + " on a phone’s and on a desktop’s screen, and used by keyboard in the same tests. Such checks find"
                                + " only part of the problems. A full test by people who use assistive technology has not been done"
                                + " yet.")
                .text(
                        "This statement was prepared on 22 November 2026 and will be reviewed at each release, at least once a"
                                + " year.");
    }
}

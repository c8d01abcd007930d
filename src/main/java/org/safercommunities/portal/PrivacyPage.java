package org.safercommunities.portal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.PersonalRule;
import org.safercommunities.portal.shared.privacy.PrivacyRules;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.Prose;
import org.safercommunities.portal.shared.ui.PublicLayout;
import org.springframework.beans.factory.ObjectProvider;

/** What the portal holds on people, why, and what they can ask. Says no more than the portal does. */
@Route(value = "privacy", layout = PublicLayout.class)
@PageTitle("Privacy notice")
@StyleSheet("privacy.css")
@AnonymousAllowed
class PrivacyPage extends Div {

    PrivacyPage(Contact contact, ObjectProvider<PrivacyRules> modules) {
        PrivacyRegister register = new PrivacyRegister(modules);
        Anchor mail = new Anchor(contact.mailto("My data in the portal"), contact.email());
        add(
                new PageHeader("Privacy notice")
                        .lead("What the Safer Communities Portal holds on you, why, and what you can ask us to do."),
                why(register),
                what(register),
                leaving(register),
                rights(mail));
    }

    /** Of the same rules as the deletions themselves. */
    private static Div what(PrivacyRegister register) {
        Div what = new Div(new Prose()
                .heading("What we hold, who sees it and how long")
                .text(
                        "Everything that the portal holds on people is in these tables. After the time that is said there it is"
                                + " deleted or kept without a name, every night. Your own copy of all of it is under “Your account”."
                                + " We never see the password of your agency’s account."));
        register.areas().forEach((area, rules) -> {
            PrivacyTable table = new PrivacyTable(area, "What", "Who sees it", "How long");
            rules.forEach(rule -> table.row(
                    rule.what(),
                    rule.seenBy(),
                    capital(rule.keeping().inWords()) + "; then " + rule.then().inWords()));
            what.add(new H3(area), table);
        });
        return what;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    private static Prose why(PrivacyRegister register) {
        String bases = register.rules().stream()
                .map(rule -> rule.basis().inWords() + " (" + rule.basis().article() + ")")
                .distinct()
                .collect(Collectors.joining("; "));
        return new Prose()
                .heading("Why, and on what basis")
                .text(
                        "Councils, the police, fire and rescue, health and probation have a duty to work together against crime and"
                                + " disorder. The portal is how they share what they know. We use your data as part of that task carried"
                                + " out in the public interest: to show you what is meant for you and to account for who had access to"
                                + " what.")
                .text("In the words of the law, by kind of data: " + bases + ".")
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

    private static Prose leaving(PrivacyRegister register) {
        Map<Fate, List<String>> fates = register.rules().stream()
                .collect(Collectors.groupingBy(
                        PersonalRule::onLeaving,
                        () -> new EnumMap<>(Fate.class),
                        Collectors.mapping(PersonalRule::what, Collectors.toList())));
        String when = register.rules().stream()
                .filter(rule -> rule.key().equals("account"))
                .map(rule -> rule.keeping().inWords())
                .findFirst()
                .orElse("");
        return new Prose()
                .heading("When you leave")
                .text(
                        "Your account is erased ",
                        when,
                        ". Your name and address are deleted with %d of the kinds of data above. The others stay as numbers and facts of"
                                        .formatted(fates.getOrDefault(Fate.ERASED, List.of())
                                                .size())
                                + " your agency, under a number that names nobody: how many came to an event, how often a document was"
                                + " taken out, who had access to what. A certificate of attendance can still be checked, and then"
                                + " names nobody.")
                .text(
                        "If a court or an inquiry needs it, an administrator can have your data held until that is over.");
    }

    private static Prose rights(Anchor mail) {
        return new Prose()
                .heading("Your rights")
                .text(
                        "You may take a copy of what we hold on you, ask to have it put right or erased, all under “Your account”; you"
                                + " may also ask us to use it less, or object. Without an account, write to ",
                        mail,
                        ". We answer within one month.")
                .text(
                        "If you are not content with our answer, you can complain to the ",
                        new Anchor("https://ico.org.uk/make-a-complaint/", "Information Commissioner’s Office"),
                        ".");
    }
}

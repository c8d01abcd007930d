package org.safercommunities.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.DataRequest;
import org.safercommunities.portal.agencies.DataRequests;
import org.safercommunities.portal.agencies.OwnSessions;
import org.safercommunities.portal.agencies.OwnSessions.OpenSession;
import org.safercommunities.portal.agencies.OwnSignIn;
import org.safercommunities.portal.agencies.PeopleDirectory;
import org.safercommunities.portal.agencies.PersonFile;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.agencies.PersonalCopy;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.AccountSection;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.Facts;
import org.safercommunities.portal.shared.ui.FileLink;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.ReasonDialog;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;
import org.safercommunities.portal.shared.ui.StateChip;
import org.safercommunities.portal.shared.ui.Words;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Who the portal thinks a person is, and what is theirs to decide. */
@Route("account")
@PageTitle("Your account")
@PermitAll
class AccountView extends Div {

    private final Reader me;
    private final OwnSessions sessions;
    private final DataRequests requests;
    private final Sheet asked = new Sheet();
    private final Sheet openSessions = new Sheet();

    AccountView(
            CurrentReader reader,
            PeopleDirectory directory,
            OwnSessions ownSessions,
            ColourChoices colours,
            PersonalCopy copy,
            DataRequests requests,
            ObjectProvider<AccountSection> sections,
            ShellPeople shell,
            Contact contact,
            JsonMapper json) {
        me = reader.get();
        this.sessions = ownSessions;
        this.requests = requests;
        PersonFile file = directory.open(me.personId(), me).orElseThrow();
        SecondaryButton signOut = new SecondaryButton("Sign out", Icon.LOG_OUT, shell::signOut);
        signOut.getElement().setAttribute("data-forget-typed", true);
        showSessions();
        Div main = new Div(who(file, contact));
        sections.stream()
                .sorted(Comparator.comparingInt(AccountSection::order))
                .forEach(section -> main.add(section.create()));
        main.add(openSessions, held(copy, json), asked());
        add(new PageHeader("Your account").actions(signOut), PageColumns.withAside(main, new Div(colours(colours))));
    }

    private static Sheet who(PersonFile file, Contact contact) {
        PersonSummary person = file.person();
        String roles = Stream.concat(
                        Stream.of("Practitioner"),
                        Stream.of(Role.values())
                                .filter(person.roles()::contains)
                                .map(Role::inWords))
                .collect(Collectors.joining(", "));
        Facts facts = new Facts()
                .fact("Name", person.name())
                .fact("Email address", person.email())
                .fact("Agency", file.agencyName())
                .fact("Roles", roles)
                .fact(
                        "Groups",
                        file.groups().isEmpty()
                                ? "None"
                                : String.join(", ", file.groups().values()))
                .fact(
                        "You sign in",
                        person.local() ? "with a password of this portal" : "through your agency’s own sign-in");
        Paragraph wrong = new Paragraph(Words.of(
                person.local()
                        ? "Is something wrong? Ask your agency’s coordinator, or write to "
                        : "Your name and address come from your agency’s directory. Is something else wrong? Ask your agency’s coordinator, or write to ",
                new Anchor(contact.mailto("My account"), contact.email()),
                "."));
        wrong.addClassName("sc-note");
        return Sheet.titled("Who you are here", facts, wrong);
    }

    private Sheet colours(ColourChoices choices) {
        RadioButtonGroup<ColorScheme.Value> choice = new RadioButtonGroup<>();
        choice.setLabel("Show the portal");
        choice.setItems(ColorScheme.Value.LIGHT_DARK, ColorScheme.Value.LIGHT, ColorScheme.Value.DARK);
        choice.setItemLabelGenerator(each -> switch (each) {
            case LIGHT -> "Light";
            case DARK -> "Dark";
            default -> "As my device has it";
        });
        choice.setValue(choices.of(me.personId(), ColorScheme.Value.LIGHT_DARK));
        choice.addValueChangeListener(event -> {
            choices.choose(me.personId(), event.getValue());
            UI.getCurrent().getPage().setColorScheme(event.getValue());
        });
        return new Sheet(new H2("Colours"), choice);
    }

    private void showSessions() {
        List<OpenSession> open = sessions.list();
        openSessions.removeAll();
        openSessions.add(
                new H2("Where you are signed in"),
                new Rows(open.stream().map(AccountView::row).toList()));
        if (open.size() > 1) {
            openSessions.add(foot(sessions.fresh() ? endingOthers() : signingInFirst()));
        }
    }

    private SecondaryButton endingOthers() {
        return new SecondaryButton(
                "Sign out everywhere else",
                () -> ConfirmQuestion.ask(
                        "Sign out everywhere else?",
                        "All other pages of yours close within ten seconds. You stay signed in here.",
                        "Sign out everywhere else",
                        this::endOthers));
    }

    /** Whoever sits down at a computer left open shall lock nobody out. */
    private static Component signingInFirst() {
        Paragraph why =
                new Paragraph("To sign out everywhere else, sign in once more first: it is some time since you did.");
        why.addClassName("sc-note");
        return new Div(
                why,
                LinkButton.secondary("account/change?what=" + OwnSignIn.Change.NOTHING.word(), "Sign in once more")
                        .outside());
    }

    private static Row row(OpenSession session) {
        Row row = Row.titled(session.device() == null ? "A browser" : session.device())
                .facts("since " + Dates.moment(session.opened()));
        return session.here() ? row.chips(StateChip.good("This one")) : row;
    }

    private static Buttons foot(Component... buttons) {
        Buttons foot = new Buttons(buttons);
        foot.addClassName("sc-list-foot");
        return foot;
    }

    private void endOthers() {
        if (!sessions.fresh()) {
            // They left the page open for a while
            showSessions();
            return;
        }
        int ended = sessions.endOthers();
        Notices.on(UI.getCurrent())
                .good(ended == 1 ? "Signed out in one other place." : "Signed out in " + ended + " other places.");
        showSessions();
    }

    /** Everything, by section, in words; how much there is is counted when somebody asks, for that reads it all. */
    private Sheet held(PersonalCopy copy, JsonMapper json) {
        Div rows = new Div(sections(copy, Map.of()));
        SecondaryButton count = new SecondaryButton("Show how much there is", () -> {
            rows.removeAll();
            rows.add(sections(copy, copy.counts()));
        });
        JsonMapper readable =
                json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
        return Sheet.titled(
                "Everything we hold on you",
                rows,
                foot(
                        count,
                        FileLink.json(
                                "Download your copy",
                                "my-data.json",
                                out -> out.append(readable.writeValueAsString(copy.mine()))),
                        new SecondaryButton("Something is wrong", () -> ask(DataRequest.Kind.CORRECTION)),
                        new SecondaryButton("Erase my account", () -> ask(DataRequest.Kind.ERASURE))));
    }

    private static Rows sections(PersonalCopy copy, Map<String, Integer> counts) {
        Rows rows = new Rows();
        copy.contents().forEach((name, words) -> {
            Integer count = counts.get(name);
            String many = count == null
                    ? ""
                    : count == 0 ? "Nothing now" : count == 1 ? "One entry" : "%,d entries".formatted(count);
            rows.add(Row.titled(title(name)).facts(many, words));
        });
        return rows;
    }

    private Sheet asked() {
        asked.removeAll();
        List<DataRequest> mine = requests.mine(me);
        asked.setVisible(!mine.isEmpty());
        asked.add(
                new H2("What you asked us about your data"),
                new Rows(mine.stream().map(AccountView::row).toList()));
        return asked;
    }

    private static Row row(DataRequest request) {
        Row row = Row.titled(
                        request.kind() == DataRequest.Kind.ERASURE ? "To erase your account" : "To put something right")
                .facts("Asked " + Dates.moment(request.asked()), request.words());
        String answer = request.answer();
        return answer == null
                ? row.chips(StateChip.info("Waits for our answer"))
                : row.detail(new Paragraph("Our answer: " + answer));
    }

    private void ask(DataRequest.Kind kind) {
        boolean erasure = kind == DataRequest.Kind.ERASURE;
        ReasonDialog dialog = new ReasonDialog(
                erasure ? "Erase your account?" : "What is wrong, and how should it be?",
                erasure
                        ? "Tell us if there is anything that we should know"
                        : "An administrator reads it and answers by mail",
                2_000,
                erasure ? "Ask for it" : "Send",
                words -> {
                    requests.ask(kind, words, me);
                    Notices.on(getUI().orElseThrow()).good("We answer by mail within a month.");
                    asked();
                });
        if (erasure) {
            dialog.consequence(
                    "Your membership ends once an administrator agrees, and what is held on you is erased that night. Numbers stay.");
        }
        dialog.open();
    }

    /** {@code auditTrail} reads “Audit trail”. */
    private static String title(String section) {
        String words = section.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.UK);
        return words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1);
    }
}

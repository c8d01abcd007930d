package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.events.BookingOutcome;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventWorld;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.PlaceDecisions;
import org.safercommunities.portal.events.Places;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.support.WithKeycloak;
import org.safercommunities.portal.surveys.Answering;
import org.safercommunities.portal.surveys.Question;
import org.safercommunities.portal.surveys.QuestionKind;
import org.safercommunities.portal.surveys.SurveyOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An editor runs a hybrid conference from its plan to what was said of it; a coordinator books five colleagues. */
@PortalIT
@WithKeycloak
class EventDeskJourney {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    /** Of those who answer the survey beside the delegate: results are shown from ten answers on. */
    private static final int CROWD = 9;
    /** Open pages hear of places within ten seconds, and the machine may be busy. */
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @Autowired
    private ApplicationContext portal;

    private final String title =
            "County conference " + UUID.randomUUID().toString().substring(0, 8);
    private final List<Visitor> visitors = new ArrayList<>();
    private Visitor editor;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        editor = visitor();
    }

    @AfterEach
    void leave() {
        visitors.forEach(Visitor::close);
    }

    @Test
    void anEditorRunsAHybridConferenceFromItsPlanToItsSurvey() {
        UUID event = plan();
        List<Reader> crowd = crowd(event);
        Visitor delegate = visitor();
        book(delegate, event);
        approve();
        writeToPeople();
        hears(delegate);
        noteWhoCame(crowd);
        lookAround();
        survey(event, delegate, crowd);
    }

    /** Everything in the form, the decisive steps by the keyboard; what is typed outlives the page. */
    private UUID plan() {
        Page page = editor.page;
        editor.open("/events/new");
        editor.signIn("editor@kcst.example");
        editor.sees("Plan an event");
        button(editor, "Publish").press("Enter");
        assertThat(page.getByText(Pattern.compile("There are \\d+ problems"))).isVisible();
        editor.everybodyCanUse("event-edit-faults");

        field("Title").fill(title);
        session(1, "Keynote", "09:30", "10:30");
        button(editor, "Add programme item").press("Enter");
        group("Programme item 1").getByLabel("What").fill("The year in ten pictures");
        group("Programme item 1").getByLabel("Who speaks").fill("Hazel Cobnut, Kent Community Safety Team");
        group("Programme item 1").getByLabel("Summary").fill("What the reviews ask of us.");
        button(editor, "Add session").press("Enter");
        session(2, "Letters and visits", "11:00", "12:00");
        button(editor, "Add session").press("Enter");
        session(3, "Safe after dark", "11:00", "12:00");
        button(editor, "Move session 3 up").press("Enter");
        assertThat(group("Session 2").getByLabel("Title of the session")).hasValue("Safe after dark");

        page.waitForFunction("Object.values(localStorage).some(kept => kept.includes('Safe after dark')"
                + " && kept.indexOf('Safe after dark') < kept.indexOf('Letters and visits'))");
        page.reload();
        assertThat(page.getByText("We kept what you typed here earlier.")).isVisible();
        assertThat(group("Session 3").getByLabel("Title of the session")).hasValue("Letters and visits");
        assertThat(group("Session 2").getByLabel("Starts")).hasValue("11:00");
        assertThat(group("Programme item 1").getByLabel("Summary")).hasValue("What the reviews ask of us.");
        page.getByText("Each booking waits for approval, with the place held").click();
        editor.everybodyCanUse("event-edit");
        button(editor, "Publish").press("Enter");
        page.waitForURL(Pattern.compile(".*/events/[-0-9a-f]+/manage"));
        editor.sees(title);
        assertThat(page.getByText("Nobody has booked yet").first()).isVisible();
        return UUID.fromString(page.url().replaceAll(".*/events/([-0-9a-f]+)/manage.*", "$1"));
    }

    /** People who take part online, booked and approved beside the pages. */
    private List<Reader> crowd(UUID event) {
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Crowd");
        Reader staff = reader("editor@kcst.example");
        List<Reader> crowd = new ArrayList<>();
        for (int number = 0; number < CROWD; number++) {
            Reader person = somebody.named("Delegate " + number, agency);
            UUID keynote = portal.getBean(Events.class)
                    .find(event, person)
                    .orElseThrow()
                    .sessions()
                    .getFirst()
                    .id();
            portal.getBean(Bookings.class)
                    .book(event, new BookingWish(Mode.ONLINE, Set.of(keynote), "", "Hearing loop", false), person)
                    .places()
                    .forEach(place -> portal.getBean(PlaceDecisions.class).approve(place.place(), staff));
            crowd.add(person);
        }
        return crowd;
    }

    private void book(Visitor delegate, UUID event) {
        delegate.page.setViewportSize(320, 800);
        delegate.open("/events/" + event);
        delegate.signIn("practitioner@dover.example");
        delegate.sees(title);
        assertThat(delegate.page.getByText("What the reviews ask of us.")).isVisible();
        checkbox(delegate, Pattern.compile("Safe after dark")).press("Space");
        delegate.everybodyCanUse("event-conference");
        delegate.page.setViewportSize(320, 800);
        button(delegate, "Book a place").press("Enter");
        assertThat(heading(delegate, "Your place waits for approval")).isVisible();
        button(delegate, "Give up this session: Safe after dark").press("Enter");
        confirm(delegate, "Give up this session");
        button(delegate, "Book another session").press("Enter");
        checkbox(delegate, Pattern.compile("Safe after dark")).press("Space");
        delegate.everybodyCanUse("event-another-session");
        delegate.page
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, named("Book"))
                .press("Enter");
        assertThat(button(delegate, "Give up this session: Safe after dark")).isVisible();
    }

    /** The desk hears of the booking with nobody loading it again. */
    private void approve() {
        assertThat(button(editor, "Approve 2 bookings")).isVisible(SOON);
        editor.page.reload();
        button(editor, "Approve 2 bookings").waitFor();
        editor.everybodyCanUse("event-desk-people");
        button(editor, "Approve the place of Rowan Weald").first().press("Enter");
        button(editor, "Approve 1 booking").waitFor();
        button(editor, "Approve the place of Rowan Weald").first().press("Enter");
        assertThat(button(editor, "Approve 1 booking")).hasCount(0);
    }

    /** The page on which they booked hears of the approval meanwhile. */
    private void hears(Visitor delegate) {
        assertThat(heading(delegate, "You have a place")).isVisible(SOON);
        delegate.everybodyCanUse("event-conference-booked");
    }

    private void writeToPeople() {
        button(editor, "Write to people").press("Enter");
        field("Subject").fill("What to bring");
        field("Message").fill("Please bring your badge.");
        editor.everybodyCanUse("event-desk-messages");
        button(editor, "Send").press("Enter");
        confirm(editor, "Send");
        assertThat(editor.page.getByText("On its way to 10 people.")).isVisible();
    }

    private void noteWhoCame(List<Reader> crowd) {
        Page page = editor.page;
        tab("Attendance");
        checkbox(editor, Pattern.compile("Rowan Weald came")).press("Space");
        assertThat(page.getByText("1 of 10 came")).isVisible();
        StringBuilder table = new StringBuilder("1. Summary\nMeeting title\tKeynote\n\n2. Participants\nName\tEmail\n");
        crowd.forEach(person -> table.append("Somebody\t").append(email(person)).append('\n'));
        table.append("A Passer-by\tnobody@elsewhere.example\n");
        FileChooser chooser = page.waitForFileChooser(
                () -> page.getByText("Take from the meeting’s table").click());
        chooser.setFiles(
                new FilePayload("attendance.csv", "text/csv", ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16LE)));
        assertThat(page.getByText("10 of 10 came")).isVisible();
        assertThat(page.getByText("1 line is left to you.")).isVisible();
        editor.everybodyCanUse("event-desk-attendance");
    }

    private void lookAround() {
        tab("Needs");
        assertThat(editor.page.getByText("Hearing loop").first()).isVisible();
        editor.everybodyCanUse("event-desk-needs");
        tab("Recordings");
        editor.everybodyCanUse("event-desk-recordings");
        tab("History");
        assertThat(editor.page
                        .getByText("wrote to 10 people of this event, under “What to bring”: Please bring your badge.")
                        .first())
                .isVisible();
        editor.everybodyCanUse("event-desk-history");
    }

    private void survey(UUID event, Visitor delegate, List<Reader> crowd) {
        button(editor, "Plan the survey").press("Enter");
        editor.page.waitForURL(Pattern.compile(".*/surveys/[-0-9a-f]+/edit"));
        editor.sees("Plan the survey");
        editor.everybodyCanUse("survey-edit");
        button(editor, "Save").press("Enter");
        assertThat(editor.page.getByText("Saved.")).isVisible();
        UUID survey = UUID.fromString(editor.page.url().replaceAll(".*/surveys/([-0-9a-f]+)/edit.*", "$1"));
        portal.getBean(JdbcClient.class)
                .sql("UPDATE survey SET opens_at = ? WHERE id = ?")
                .param(Sql.utc(Instant.now().minusSeconds(1)))
                .param(survey.toString())
                .update();
        portal.getBean(SurveyOpening.class).openDue();

        // It waits for them at home, beside the mail
        delegate.open("/");
        delegate.page.locator("a[href='surveys/" + survey + "']").press("Enter");
        delegate.sees(title);
        delegate.everybodyCanUse("survey");
        button(delegate, "Send answers").press("Enter");
        assertThat(heading(delegate, "There is a problem")).isVisible();
        for (String question : List.of("How was the event as a whole?", "How useful is it for your work?")) {
            delegate.page
                    .getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName(question))
                    .getByRole(AriaRole.RADIO)
                    .first()
                    .press("Space");
        }
        field(delegate, "What will you do differently?").fill("Ask sooner.");
        button(delegate, "Send answers").press("Enter");
        assertThat(delegate.page.getByText("Thank you for your answers")).isVisible();
        delegate.everybodyCanUse("survey-answered");

        Answering answering = portal.getBean(Answering.class);
        for (Reader person : crowd) {
            Map<UUID, String> answers = answering.open(survey, person).questions().stream()
                    .collect(Collectors.toMap(
                            question -> Objects.requireNonNull(question.id()),
                            question -> question.kind() == QuestionKind.TEXT
                                    ? "More of this"
                                    : question.kind() == QuestionKind.RATING ? Question.GRADES.get(1) : "Yes"));
            answering.answer(survey, answers, person);
        }
        editor.open("/events/%s/manage".formatted(event));
        editor.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Survey results"))
                .press("Enter");
        assertThat(editor.page.getByText("10 of 10 people have answered.")).isVisible();
        assertThat(editor.page.getByText("Ask sooner.")).isVisible();
        editor.everybodyCanUse("survey-results");
    }

    @Test
    void aCoordinatorBooksFiveColleaguesTogetherOrNobody() {
        EventWorld world = new EventWorld(portal);
        UUID event = world.event(5);
        BookingOutcome inTheWay = portal.getBean(Bookings.class)
                .book(event, BookingWish.of(Mode.IN_PERSON), reader("practitioner@swale.example"));
        Visitor coordinator = editor;
        coordinator.open("/events/" + event);
        coordinator.signIn("coordinator@thanet.example");
        coordinator
                .page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Book colleagues"))
                .press("Enter");
        coordinator.sees("Book colleagues");
        String some = UUID.randomUUID().toString().substring(0, 6);
        for (int number = 1; number <= 5; number++) {
            String email = "colleague%d.%s@thanet.example".formatted(number, some);
            if (number > 1) {
                button(coordinator, "Add another").press("Enter");
            }
            Locator line = coordinator.page.getByRole(
                    AriaRole.GROUP,
                    new Page.GetByRoleOptions().setName("Colleague " + number).setExact(true));
            line.getByLabel("E-mail address").fill(email);
            if (number == 5) {
                line.getByLabel("Name, if they have no account yet").fill("Teasel Brook");
            } else {
                portal.getBean(People.class)
                        .name(
                                email,
                                "Colleague " + number,
                                "thanet-district-council",
                                UUID.randomUUID().toString(),
                                Reader.portal());
            }
        }
        checkbox(coordinator, Pattern.compile("Only if there is a place for all of them"))
                .press("Space");
        coordinator.everybodyCanUse("colleagues");
        button(coordinator, "Book them").press("Enter");
        assertThat(coordinator.page.getByText("Nobody is booked.")).isVisible();
        coordinator.everybodyCanUse("colleagues-refused");
        portal.getBean(Places.class).cancel(inTheWay.id(), reader("practitioner@swale.example"));
        button(coordinator, "Book them").press("Enter");
        assertThat(coordinator.page.getByText("All are booked.")).isVisible();
        coordinator.everybodyCanUse("colleagues-booked");
        org.assertj.core.api.Assertions.assertThat(world.wrongCounters(event)).isEmpty();
        coordinator.open("/agency/places");
        assertThat(coordinator.page.getByText("Teasel Brook")).isVisible();
        coordinator.everybodyCanUse("agency-places");
    }

    private Visitor visitor() {
        Visitor visitor = new Visitor();
        visitors.add(visitor);
        return visitor;
    }

    private static void confirm(Visitor who, String answer) {
        who.page
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, named(answer))
                .press("Enter");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator button(Visitor who, String name) {
        return who.page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Visitor who, String name) {
        return who.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator checkbox(Visitor who, Pattern name) {
        return who.page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name));
    }

    private Locator field(String label) {
        return field(editor, label);
    }

    private static Locator field(Visitor who, String label) {
        return who.page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private Locator group(String name) {
        return editor.page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void tab(String name) {
        editor.page
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name))
                .press("Enter");
    }

    private void session(int number, String name, String from, String to) {
        Locator session = group("Session " + number);
        session.getByLabel("Title of the session").fill(name);
        typed(session.getByLabel("Day", new Locator.GetByLabelOptions().setExact(true)), TYPED.format(day()));
        typed(session.getByLabel("Starts"), from);
        typed(session.getByLabel("Ends"), to);
        typed(session.getByLabel("Places in the room"), "20");
        typed(session.getByLabel("Places online"), "50");
    }

    private static LocalDate day() {
        return LocalDate.now().plusDays(40);
    }

    private static void typed(Locator field, String words) {
        field.fill(words);
        field.press("Tab");
    }

    private String email(Reader person) {
        return portal.getBean(PersonList.class)
                .find(person.personId())
                .orElseThrow()
                .email();
    }

    private Reader reader(String email) {
        return portal.getBean(Readers.class)
                .of(portal.getBean(PersonList.class)
                        .findByEmail(email)
                        .orElseThrow()
                        .id())
                .orElseThrow();
    }
}

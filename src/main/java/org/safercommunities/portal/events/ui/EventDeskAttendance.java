package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.Attendance;
import org.safercommunities.portal.events.AttendanceTable;
import org.safercommunities.portal.events.DeskPerson;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.SessionDetails;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FilterLine;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Who came: ticked, or taken from the meeting's table. */
class EventDeskAttendance extends PageSection {

    private static final int LARGEST = 5_000_000;

    private final EventDetails event;
    private final EventDeskServices services;
    private final Select<SessionDetails> session = new Select<>();
    private final LiveText count = new LiveText("");
    private final Div outcome = new Div();
    private final Div list = new Div();
    private final boolean over;
    private int came;

    EventDeskAttendance(EventDetails event, EventDeskServices services) {
        super("Attendance");
        this.event = event;
        this.services = services;
        this.over = event.isOver(services.now());
        session.setLabel("Session");
        session.setItems(event.sessions());
        session.setItemLabelGenerator(SessionDetails::title);
        session.setValue(event.sessions().getFirst());
        session.addValueChangeListener(any -> {
            outcome.removeAll();
            show();
        });
        UploadManager uploads = new UploadManager(this);
        uploads.setMaxFiles(1);
        uploads.setUploadHandler(this::receive);
        UploadButton choose = new UploadButton("Take from the meeting’s table", uploads);
        Buttons buttons = new Buttons(
                choose, new SecondaryButton("Everyone else did not come", Icon.USER_X, this::askForTheRest));
        Paragraph help = new Paragraph("Tick who came, or choose the attendance report that Teams gives as CSV.");
        help.addClassName("sc-note");
        if (event.sessions().size() > 1) {
            add(new FilterLine(session));
        }
        add(help, buttons, outcome, count, list);
        show();
    }

    private void show() {
        List<DeskPerson> people = services.desk().people(event.id(), services.reader()).stream()
                .filter(each -> each.state() == PlaceState.CONFIRMED
                        && each.session().equals(session.getValue().id()))
                .toList();
        came = (int)
                people.stream().filter(each -> Boolean.TRUE.equals(each.came())).count();
        count(people.size());
        list.removeAll();
        if (people.isEmpty()) {
            list.add(new EmptyState(
                    Icon.USER_CHECK, "Nobody to tick", "Whoever has a place at this session stands here."));
            return;
        }
        Rows rows = new Rows();
        people.forEach(person -> rows.add(row(person, people.size())));
        list.add(rows);
    }

    private void count(int all) {
        count.setText("%d of %d came".formatted(came, all));
    }

    private Row row(DeskPerson person, int all) {
        Checkbox tick = new Checkbox("Came", Boolean.TRUE.equals(person.came()));
        tick.setAriaLabel(person.name() + " came");
        LinkButton certificate = CertificateLink.of(person.booking(), person.name());
        certificate.setVisible(over && Boolean.TRUE.equals(person.came()));
        tick.addValueChangeListener(change -> {
            services.attendance().note(person.place(), change.getValue() ? true : null, services.reader());
            came += change.getValue() ? 1 : -1;
            count(all);
            certificate.setVisible(over && change.getValue());
        });
        return Row.titled(person.name())
                .facts(
                        person.agencyName(),
                        person.mode().label(),
                        Boolean.FALSE.equals(person.came()) ? "did not come" : "")
                .detail(certificate)
                .action(tick);
    }

    private void askForTheRest() {
        ConfirmQuestion.ask(
                "Did everyone else stay away?",
                "All who are not ticked are noted as not having come to this session. You can still tick them later.",
                "Note it",
                () -> {
                    int noted = services.attendance()
                            .restMissed(event.id(), session.getValue().id(), services.reader());
                    Notices.on(UI.getCurrent()).good("%d noted as not having come.".formatted(noted));
                    show();
                });
    }

    private void receive(UploadEvent upload) throws IOException {
        UI ui = upload.getUI();
        byte[] bytes = upload.getInputStream().readNBytes(LARGEST + 1);
        ui.access(() -> {
            outcome.removeAll();
            try {
                if (bytes.length > LARGEST) {
                    throw new InvalidEvent("file", "Choose a file of at most 5 MB");
                }
                tell(services.attendance()
                        .importTable(event.id(), session.getValue().id(), bytes, services.reader()));
                show();
            } catch (InvalidEvent invalid) {
                outcome.add(Callout.bad("Nothing was taken.", invalid.getMessage() + "."));
            }
        });
    }

    private void tell(Attendance.Imported imported) {
        outcome.getElement().setAttribute("role", "status");
        outcome.add(Callout.good("%d came.".formatted(imported.found().size()), "They are ticked below."));
        @Nullable Rows rows = null;
        for (AttendanceTable.Open open : imported.open()) {
            rows = rows == null ? new Rows() : rows;
            rows.add(Row.titled("Line %d: %s".formatted(open.number(), open.line()))
                    .facts(open.why())
                    .warn());
        }
        if (rows != null) {
            int left = imported.open().size();
            outcome.add(Callout.warn(
                            left == 1 ? "1 line is left to you." : "%d lines are left to you.".formatted(left),
                            "Nothing was taken from what stands here.")
                    .more(rows));
        }
    }
}

package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Style;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.DataRequest;
import org.safercommunities.portal.agencies.DataRequests;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.ReasonDialog;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** What people have asked about their own data, until an administrator has answered. */
@Route(DataRequestsView.PATH)
@PageTitle("Requests on data")
@RolesAllowed("ADMINISTRATOR")
class DataRequestsView extends Div {

    static final String PATH = "admin/data-requests";

    private final DataRequests requests;
    private final PersonList people;
    private final CurrentReader reader;
    private final Div list = new Div();

    DataRequestsView(DataRequests requests, PersonList people, CurrentReader reader) {
        this.requests = requests;
        this.people = people;
        this.reader = reader;
        add(
                new PageHeader("Requests on data")
                        .crumb("Administration", "admin")
                        .lead(
                                "People say that something held on them is wrong, or ask to be erased. The law gives us a month to answer."),
                list);
        show();
    }

    private void show() {
        list.removeAll();
        List<DataRequest> open = requests.open(reader.get());
        if (open.isEmpty()) {
            list.add(new EmptyState(
                    Icon.CHECK, "Nothing waits for you", "Requests appear here until somebody has answered."));
            return;
        }
        Map<UUID, String> names =
                people.names(open.stream().map(DataRequest::person).collect(Collectors.toSet()));
        list.add(new Rows(open.stream()
                        .map(request -> row(request, names.getOrDefault(request.person(), "Somebody")))
                        .toList())
                .onSheet());
    }

    private Row row(DataRequest request, String name) {
        boolean erasure = request.kind() == DataRequest.Kind.ERASURE;
        Paragraph words = new Paragraph(request.words().isEmpty() ? "They gave no reason." : request.words());
        words.getStyle().setWhiteSpace(Style.WhiteSpace.PRE_WRAP).set("overflow-wrap", "anywhere");
        return Row.titled(erasure ? name + " asks to be erased" : name + " says that something is wrong")
                .facts("Asked " + Dates.moment(request.asked()))
                .detail(words)
                .lowAction(
                        LinkButton.secondary("admin/people/" + request.person(), "Open " + name),
                        new SecondaryButton(erasure ? "Agree" : "It is put right", () -> ask(request, true)),
                        new SecondaryButton("Decline", () -> ask(request, false)));
    }

    private void ask(DataRequest request, boolean done) {
        ReasonDialog dialog = new ReasonDialog(
                done ? "What do you tell them?" : "Why not?",
                "They get these words by mail",
                2_000,
                "Answer",
                words -> {
                    requests.answer(request.id(), done, words, reader.get());
                    Notices.on(getUI().orElseThrow()).good("Answered by mail.");
                    show();
                });
        if (done && request.kind() == DataRequest.Kind.ERASURE) {
            dialog.consequence("Their membership ends now, and their data is erased tonight unless it is held.");
        }
        dialog.open();
    }
}

package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.SubscriberDomains;
import org.safercommunities.portal.bulletins.SubscriberFilter;
import org.safercommunities.portal.bulletins.SubscriberImport;
import org.safercommunities.portal.bulletins.SubscriberList;
import org.safercommunities.portal.bulletins.SubscriberSummary;
import org.safercommunities.portal.bulletins.Subscribers;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.library.Topics.Topic;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FilterLine;
import org.safercommunities.portal.shared.ui.GrowingRows;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Everybody who gets bulletins, for the team that sends them. */
@Route("bulletins/subscribers")
@PageTitle("Subscribers")
@Menu(title = "Subscribers", order = 160, icon = "users")
@RolesAllowed("EDITOR")
class SubscribersView extends Div {

    private enum Shown {
        NOW("Who gets bulletins"),
        ENDED("Who gets none any more");

        private final String label;

        Shown(String label) {
            this.label = label;
        }
    }

    private final SubscriberList subscribers;
    private final Subscribers changes;
    private final CurrentReader reader;
    private final Map<String, String> topicNames;
    private final TextField search = new TextField("Name or email address");
    private final Select<Shown> shown = new Select<>();
    private final ComboBox<BulletinKind> kind = new ComboBox<>("Bulletin");
    private final ComboBox<AgencySummary> agency = new ComboBox<>("Agency");
    private final ComboBox<Topic> topic = new ComboBox<>("Topic");
    private final LiveText count = new LiveText("");
    private final Div list = new Div();

    SubscribersView(
            SubscriberList subscribers,
            Subscribers changes,
            SubscriberImport imports,
            SubscriberDomains domains,
            Agencies agencies,
            Topics topics,
            CurrentReader reader) {
        this.subscribers = subscribers;
        this.changes = changes;
        this.reader = reader;
        this.topicNames = topics.names();
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(160);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        shown.setLabel("Show");
        shown.setItems(Shown.values());
        shown.setItemLabelGenerator(each -> each.label);
        shown.setValue(Shown.NOW);
        list.addClassName("sc-section");
        choices(kind, "Both");
        kind.setItems(BulletinKind.values());
        kind.setItemLabelGenerator(SubscriberRow::label);
        choices(agency, "All agencies");
        agency.setItems(agencies.all().stream().filter(AgencySummary::active).toList());
        agency.setItemLabelGenerator(AgencySummary::name);
        choices(topic, "All topics");
        topic.setItems(topics.current());
        topic.setItemLabelGenerator(Topic::name);
        search.addValueChangeListener(change -> show());
        shown.addValueChangeListener(change -> show());
        kind.addValueChangeListener(change -> show());
        agency.addValueChangeListener(change -> show());
        topic.addValueChangeListener(change -> show());

        AddSubscriber addOne = new AddSubscriber(changes, agencies, topics, reader, this::show);
        ImportSubscribers importList = new ImportSubscribers(imports, reader, this::show);
        PrimaryButton add = new PrimaryButton("Add subscriber", Icon.USER_PLUS, addOne::open);
        SecondaryButton take = new SecondaryButton("Import a list", Icon.UPLOAD, importList::open);
        addOne.openedBy(add);
        importList.openedBy(take);
        add(
                new PageHeader("Subscribers")
                        .lead(
                                "Who gets the e-bulletin and the newsletter. People with an account choose it there; others"
                                        + " subscribe on the public page, or have told you that they want it.")
                        .actions(
                                add,
                                take,
                                LinkButton.quiet("bulletins/suppressions", "Refused addresses")
                                        .with(Icon.CIRCLE_X)),
                addOne,
                importList,
                new FilterLine(search, shown, kind, agency, topic),
                count,
                list,
                new SubscriberDomainsSection(domains, reader));
        show();
    }

    private static void choices(ComboBox<?> field, String all) {
        field.setPlaceholder(all);
        field.setClearButtonVisible(true);
    }

    private void show() {
        SubscriberFilter filter = new SubscriberFilter(
                search.getValue(),
                kind.getValue(),
                agency.getOptionalValue().map(AgencySummary::slug).orElse(null),
                topic.getOptionalValue().map(Topic::slug).orElse(null),
                shown.getValue() == Shown.ENDED);
        int total = subscribers.count(filter, reader.get());
        count.setText(total == 1 ? "1 subscriber" : "%,d subscribers".formatted(total));
        list.removeAll();
        list.add(
                total == 0
                        ? new EmptyState(Icon.USERS, "Nobody here", "Nobody fits what you are looking for.")
                        : new GrowingRows(
                                total,
                                (offset, limit) -> subscribers.search(filter, offset, limit, reader.get()).stream()
                                        .map(each -> SubscriberRow.of(
                                                each, topicNames, !filter.ended(), () -> askToEnd(each)))
                                        .toList()));
    }

    private void askToEnd(SubscriberSummary subscriber) {
        String name = subscriber.name().isEmpty() ? subscriber.email() : subscriber.name();
        if (subscriber.ended() == null) {
            ConfirmQuestion.askDanger(
                    "End the subscription of " + name + "?",
                    "They get no more bulletins. You can put them on again if they ask for it.",
                    "End subscription",
                    () -> {
                        changes.end(subscriber.id(), reader.get());
                        done(name + " gets no more bulletins.");
                    });
        } else {
            ConfirmQuestion.askDanger(
                    "Erase what is held on " + name + "?",
                    "Nothing says any more that they ended it: a list that is imported later may put them on again. Do it when they"
                            + " ask for it.",
                    "Erase",
                    () -> {
                        changes.erase(subscriber.id(), reader.get());
                        done("Nothing is held on them any more.");
                    });
        }
    }

    private void done(String words) {
        Notices.on(UI.getCurrent()).good(words);
        show();
    }
}

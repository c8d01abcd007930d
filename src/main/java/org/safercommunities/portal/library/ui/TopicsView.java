package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.KindEntry;
import org.safercommunities.portal.library.TopicDesk;
import org.safercommunities.portal.library.TopicEntry;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.StateChip;

/** The topics and kinds that everything is sorted by, in the team's order. */
@Route("library/topics")
@PageTitle("Topics and kinds")
@StyleSheet("library.css")
@RolesAllowed("EDITOR")
class TopicsView extends Div {

    private final TopicDesk desk;
    private final CurrentReader currentReader;
    private final Div lists = new Div();

    TopicsView(TopicDesk desk, CurrentReader currentReader) {
        this.desk = desk;
        this.currentReader = currentReader;
        add(
                new PageHeader("Topics and kinds")
                        .crumb("Library", "library")
                        .crumb("Library desk", "library/desk")
                        .lead(
                                "What documents, events and bulletins are sorted by. A new name shows everywhere at once; what is"
                                        + " retired stays with the documents that have it."),
                lists);
        show();
    }

    private void show() {
        List<TopicEntry> topics = desk.topics(currentReader.get());
        Rows topicRows = new Rows();
        for (int place = 0; place < topics.size(); place++) {
            topicRows.add(topic(topics, place));
        }
        Rows kindRows = new Rows();
        desk.kinds(currentReader.get()).forEach(kind -> kindRows.add(kind(kind)));
        lists.removeAll();
        lists.add(
                new PageSection("Topics", topicRows)
                        .beside(new SecondaryButton(
                                "Add a topic",
                                Icon.PLUS,
                                () -> TopicDialog.forNew((said) -> {
                                    desk.addTopic(
                                            said.name(),
                                            said.theme(),
                                            said.firstYear(),
                                            said.lastYear(),
                                            currentReader.get());
                                    done("“%s” is a topic now.".formatted(said.name()));
                                }))),
                new PageSection("Kinds of document", kindRows)
                        .beside(new SecondaryButton(
                                "Add a kind",
                                Icon.PLUS,
                                () -> KindDialog.forNew(said -> {
                                    desk.addKind(said.name(), said.retentionMonths(), currentReader.get());
                                    done("“%s” is a kind of document now.".formatted(said.name()));
                                }))));
    }

    private Row topic(List<TopicEntry> topics, int place) {
        TopicEntry topic = topics.get(place);
        Row row = Row.titled(topic.name())
                .icon(topic.theme() ? Icon.LAYERS : Icon.TAG)
                .facts(
                        topic.theme() ? "Theme" : "Priority",
                        years(topic.firstYear(), topic.lastYear()),
                        documents(topic.documents()));
        if (topic.retired()) {
            row.chips(StateChip.warn(Icon.CIRCLE_X, "Retired"));
        }
        QuietButton up = QuietButton.icon(
                Icon.CHEVRON_UP, "Move “%s” up".formatted(topic.name()), () -> move(topics, place, -1));
        QuietButton down = QuietButton.icon(
                Icon.CHEVRON_DOWN, "Move “%s” down".formatted(topic.name()), () -> move(topics, place, 1));
        up.setEnabled(place > 0);
        down.setEnabled(place < topics.size() - 1);
        return row.lowAction(
                up,
                down,
                change(
                        topic.name(),
                        () -> TopicDialog.forKnown(topic, said -> {
                            desk.changeTopic(said, currentReader.get());
                            done("“%s” is changed.".formatted(said.name()));
                        })));
    }

    private Row kind(KindEntry kind) {
        Integer months = kind.retentionMonths();
        Row row = Row.titled(kind.name())
                .icon(Icon.FILE_TEXT)
                .facts(
                        months == null ? "Kept for ever" : "Kept %s".formatted(span(months)),
                        documents(kind.documents()));
        if (kind.retired()) {
            row.chips(StateChip.warn(Icon.CIRCLE_X, "Retired"));
        }
        return row.lowAction(change(
                kind.name(),
                () -> KindDialog.forKnown(kind, said -> {
                    desk.changeKind(said, currentReader.get());
                    done("“%s” is changed.".formatted(said.name()));
                })));
    }

    private void move(List<TopicEntry> topics, int place, int by) {
        List<String> order =
                new ArrayList<>(topics.stream().map(TopicEntry::slug).toList());
        Collections.swap(order, place, place + by);
        desk.orderTopics(order, currentReader.get());
        done("“%s” is number %d now.".formatted(topics.get(place).name(), place + by + 1));
    }

    private void done(String what) {
        show();
        Notices.on(UI.getCurrent()).good(what);
    }

    private static QuietButton change(String name, Runnable action) {
        QuietButton button = new QuietButton("Change", Icon.PENCIL, action);
        button.setAriaLabel("Change “%s”".formatted(name));
        return button;
    }

    private static String documents(int count) {
        return count == 1 ? "1 document" : "%,d documents".formatted(count);
    }

    private static String years(@Nullable Integer first, @Nullable Integer last) {
        if (first == null) {
            return last == null ? "Every year" : "Until " + last;
        }
        return last == null ? "Since " + first : first.equals(last) ? "In " + first : "%d to %d".formatted(first, last);
    }

    private static String span(int months) {
        return months % 12 == 0
                ? months == 12 ? "1 year" : "%d years".formatted(months / 12)
                : "%d months".formatted(months);
    }
}

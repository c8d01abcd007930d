package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.FeedTokens;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.library.following.FollowedThing;
import org.safercommunities.portal.library.following.Following;
import org.safercommunities.portal.library.following.SavedSearch;
import org.safercommunities.portal.library.following.SavedSearches;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecretAddress;
import org.safercommunities.portal.shared.ui.Sheet;

/** What somebody follows and has saved, and the ways to end it. */
@Route("following")
@StyleSheet("library.css")
@PageTitle("What I follow")
@PermitAll
class FollowingView extends Div implements BeforeEnterObserver {

    private static final String FEED = "library.atom";

    private final Following following;
    private final SavedSearches searches;
    private final Topics topics;
    private final FeedTokens feeds;
    private final CurrentReader currentReader;
    private final Div things = new Div();
    private final Div saved = new Div();
    private final Div offers = new Div();

    FollowingView(
            Following following, SavedSearches searches, Topics topics, FeedTokens feeds, CurrentReader currentReader) {
        this.following = following;
        this.searches = searches;
        this.topics = topics;
        this.feeds = feeds;
        this.currentReader = currentReader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(
                new PageHeader("What I follow")
                        .crumb("Notices", "notices")
                        .lead("You are told of what is new here behind the bell, and by mail when you want it.")
                        .actions(LinkButton.secondary("account#notices", "Notices by mail")
                                .with(Icon.MAIL)
                                .outside()),
                PageColumns.withAside(
                        new Div(
                                new PageSection("Topics and documents", things),
                                new PageSection("Saved searches", saved)),
                        new Div(new PageSection("More topics", offers), feed())));
        show();
    }

    private void show() {
        Reader reader = currentReader.get();
        List<Following.Line> lines = following.all(reader);
        things.removeAll();
        things.add(
                lines.isEmpty()
                        ? new Paragraph(
                                "You follow nothing yet. Choose a topic here, or press “Follow” on a document’s page.")
                        : new Rows(lines.stream().map(this::row).toList()).onSheet());
        List<SavedSearch> all = searches.all(reader);
        saved.removeAll();
        saved.add(
                all.isEmpty()
                        ? new Paragraph("Search the library and press “Save this search”.")
                        : new Rows(all.stream().map(this::row).toList()).onSheet());
        offers.removeAll();
        Rows more = new Rows();
        topics.current().stream()
                .filter(topic ->
                        lines.stream().noneMatch(line -> line.thing().equals(FollowedThing.topic(topic.slug()))))
                .forEach(topic -> more.add(Row.titled(topic.name())
                        .action(QuietButton.icon(Icon.PLUS, "Follow " + topic.name(), () -> {
                            following.follow(FollowedThing.topic(topic.slug()), currentReader.get());
                            show();
                            Notices.on(UI.getCurrent()).good("You follow “%s”.".formatted(topic.name()));
                        }))));
        offers.add(more.getChildren().findAny().isPresent() ? more : new Paragraph("You follow every topic."));
    }

    private Row row(Following.Line line) {
        return Row.linked(line.name(), line.path())
                .icon(icon(line.thing()))
                .facts(sort(line.thing()), "since " + Dates.brief(line.since()))
                .action(QuietButton.icon(Icon.X, "Stop following " + line.name(), () -> {
                    following.unfollow(line.thing(), currentReader.get());
                    show();
                    Notices.on(UI.getCurrent()).good("You do not follow “%s” any more.".formatted(line.name()));
                }));
    }

    private Row row(SavedSearch search) {
        return Row.linked(search.name(), search.path())
                .icon(Icon.SEARCH)
                .facts(search.documentsOnly() ? "Library" : "Everything", "since " + Dates.brief(search.created()))
                .action(
                        QuietButton.icon(Icon.PENCIL, "Rename " + search.name(), () -> rename(search)),
                        QuietButton.icon(
                                Icon.TRASH_2,
                                "Delete " + search.name(),
                                () -> ConfirmQuestion.ask(
                                        "Delete “%s”?".formatted(search.name()),
                                        "You are told no more of documents that fit it.",
                                        "Delete",
                                        () -> {
                                            searches.delete(search.id(), currentReader.get());
                                            show();
                                            Notices.on(UI.getCurrent()).good("The saved search is deleted.");
                                        })));
    }

    private void rename(SavedSearch search) {
        new NameDialog("Rename the search", "It goes on finding the same.", search.name(), name -> {
                    searches.rename(search.id(), name, currentReader.get());
                    show();
                })
                .open();
    }

    private Component feed() {
        Reader reader = currentReader.get();
        Paragraph what = new Paragraph(
                "The newest documents that are for everyone, in Outlook or a feed reader. What is shared with some only, or marked"
                        + " OFFICIAL-SENSITIVE, is left out, for a feed reader does not sign in.");
        what.addClassName("sc-note");
        Sheet sheet = Sheet.titled(
                "Library in a feed reader",
                what,
                new SecretAddress(
                        "Address of your feed",
                        "Whoever has this address can read what it holds. Keep it to yourself.",
                        Icon.NEWSPAPER,
                        () -> feeds.address(reader, FEED),
                        () -> feeds.renew(reader, FEED)));
        sheet.setId("feed");
        sheet.addClassName("sc-stack");
        return sheet;
    }

    private static Icon icon(FollowedThing thing) {
        return switch (thing.type()) {
            case FollowedThing.TOPIC -> Icon.TAG;
            case FollowedThing.COLLECTION -> Icon.LAYERS;
            default -> Icon.FILE_TEXT;
        };
    }

    private static String sort(FollowedThing thing) {
        return switch (thing.type()) {
            case FollowedThing.TOPIC -> "Topic: new documents";
            case FollowedThing.COLLECTION -> "Pack: what is new in it";
            default -> "Document: new versions";
        };
    }
}

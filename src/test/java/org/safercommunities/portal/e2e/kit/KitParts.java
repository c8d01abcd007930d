package org.safercommunities.portal.e2e.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import org.safercommunities.portal.shared.FileSize;
import org.safercommunities.portal.shared.SignedOutNotice;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Chips;
import org.safercommunities.portal.shared.ui.ConfirmQuestion;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.Facts;
import org.safercommunities.portal.shared.ui.FactsLine;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.MarkingChip;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageColumns;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.PageTabs;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.ProgressLine;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.SkeletonRows;
import org.safercommunities.portal.shared.ui.Stack;
import org.safercommunities.portal.shared.ui.StateChip;
import org.safercommunities.portal.shared.ui.Timeline;
import org.safercommunities.portal.shared.ui.TopicChip;

@Route("kit/parts")
@PageTitle("Home visits where cuckooing is suspected")
@Menu(title = "Requests", order = 310, icon = "inbox")
class KitParts extends Div {

    KitParts(SignedOutNotice signedOut) {
        add(
                new PageHeader("Home visits where cuckooing is suspected")
                        .crumb("Library", "kit/library")
                        .crumb("Safeguarding Vulnerable People", "kit/home")
                        .lead("Guidance for housing, fire, health and enforcement colleagues who knock on the door.")
                        .facts(
                                MarkingChip.of("OFFICIAL-SENSITIVE"),
                                new FactsLine("Guidance", "Version 3", "Kent Community Safety Team"))
                        .actions(new SecondaryButton("Edit", Icon.PENCIL, () -> {})),
                PageColumns.withAside(main(signedOut), aside()));
    }

    private static Div main(SignedOutNotice signedOut) {
        PageTabs tabs = new PageTabs(new Tab("Everything 6"), new Tab("Documents 4"), new Tab("Events 1"));
        ProgressLine progress = new ProgressLine("Winter safety plan 2026.pdf", 0.65);
        Rows files = new Rows(
                        Row.titled("CCTV request form.docx")
                                .icon(Icon.CIRCLE_ALERT)
                                .facts("Stopped: the file is locked by a password. Save it without one and try again.")
                                .action(new QuietButton("Try again", () -> {}))
                                .bad(),
                        Row.titled("PSPO notice A3 colour.pdf")
                                .icon(Icon.COPY)
                                .facts("The same file is in the library already.")
                                .action(new QuietButton("Use as new version", () -> {}))
                                .warn(),
                        Row.titled("Winter safety plan 2026.pdf")
                                .icon(Icon.FILE_TEXT)
                                .detail(progress, new FactsLine(FileSize.part(8_200_000, 12_600_000)))
                                .action(new QuietButton("Stop", () -> {})))
                .onSheet();
        Buttons buttons = new Buttons(
                new PrimaryButton(
                        "Good notice", () -> Notices.on(UI.getCurrent()).good("Published 15 documents.")),
                new SecondaryButton(
                        "Bad notice", () -> Notices.on(UI.getCurrent()).bad("That did not work.")),
                new DangerButton(
                        "Remove",
                        () -> ConfirmQuestion.askDanger(
                                "Remove this document?",
                                "Nobody will find it any more. Its history is kept.",
                                "Remove",
                                () -> Notices.on(UI.getCurrent()).good("Removed."))),
                new QuietButton(
                        "Ask",
                        () -> ConfirmQuestion.ask(
                                "Publish 15 documents?", "Everyone who signs in will find them.", "Publish", () -> {})),
                new SecondaryButton("Fail", () -> {
                    throw new IllegalStateException("on purpose");
                }),
                new SecondaryButton("Later", KitParts::sayLater),
                new SecondaryButton("End session", () -> signedOut.cover(UI.getCurrent(), true)),
                QuietButton.icon(Icon.BOOKMARK, "Save Home visits", () -> {}));
        return new Div(
                new PageSection("Buttons", buttons),
                new PageSection("Tabs and files", tabs, files),
                new PageSection("About this document", facts()),
                new PageSection("Loading", new SkeletonRows(2)),
                new PageSection(
                        "Nothing found",
                        new EmptyState(Icon.SEARCH, "Nothing found for ‘noise abatment notise’", "Try other words.")
                                .lead(new Anchor("kit/library", "Did you mean noise abatement notice?"))
                                .hints("Try fewer words, or the long form of an abbreviation.")
                                .actions(new SecondaryButton("Tell the team what you need", () -> {}))));
    }

    /** By server push, as a back-channel logout or the end of a long task would. */
    private static void sayLater() {
        UI page = UI.getCurrent();
        Thread.ofVirtual().start(() -> page.access(() -> Notices.on(page).good("Pushed by the server.")));
    }

    private static Facts facts() {
        return new Facts()
                .fact("Owner", "Hazel Cobnut, Kent Community Safety Team")
                .fact("Published", "Friday 2 October 2026")
                .fact("Review due", "Friday 2 April 2027")
                .fact("Topics", new Chips(new TopicChip("Anti-Social Behaviour"), new TopicChip("Road Safety")));
    }

    private static Div aside() {
        Details audience = new Details("Who can see this", new Paragraph("You can: your agency is one of these."));
        audience.setOpened(true);
        return new Stack(
                LinkButton.primary("kit/home", "Download PDF")
                        .with(Icon.DOWNLOAD)
                        .big()
                        .outside(),
                new Buttons(
                        LinkButton.secondary("kit/home", "Save").with(Icon.BOOKMARK),
                        LinkButton.quiet("kit/home", "Follow").with(Icon.BELL)),
                Callout.sensitive("Handle with care.", "Share only with colleagues of the agencies named below."),
                Callout.warn("No virus scanner is set up.", "Files are kept, but not checked."),
                Callout.bad("Not searchable.", "The file took too long to read."),
                Callout.good("Checked.", "No virus found."),
                Callout.info("Also searched:", "anti-social behaviour"),
                audience,
                new Timeline()
                        .current("Version 3", "2 October 2026, Hazel Cobnut. New section on lone tenants.")
                        .past("Version 2", "14 March 2026, Juniper Downs.", new Anchor("kit/home", "Compare"))
                        .past("Version 1", "9 September 2025, Juniper Downs."),
                new Chips(
                        StateChip.good("Place confirmed"),
                        StateChip.warn("Yours until Tuesday"),
                        StateChip.bad("Damaged file"),
                        StateChip.info("2nd on the list")));
    }
}

package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.BulletinState;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.IdInAddress;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.Sheet;

/** Writes a bulletin: blocks on the one side, the mail as it will look on the other. */
@Route("bulletins/:bulletin/edit")
@PageTitle("Write a bulletin")
@StyleSheet("bulletins.css")
@RolesAllowed("EDITOR")
class BulletinEditView extends Div implements BeforeEnterObserver, Composer.Page {

    private static final int LOOKS_EVERY_MS = 5_000;

    private final ComposerServices services;
    private final OfferServices offers;
    private final LiveText saved = new LiveText("");
    private final Div news = new Div();
    private final Div header = new Div();
    private @Nullable Parts parts;

    /** What is on the page while a bulletin is written. */
    private record Parts(
            Composer composer,
            BlockList blocks,
            PreviewPane preview,
            ChecksPane checks,
            OtherEditors others,
            TextField title,
            TextField subject) {}

    BulletinEditView(ComposerServices services, OfferServices offers) {
        this.services = services;
        this.offers = offers;
        addClassName("sc-composer-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        UUID id = IdInAddress.of(event, "bulletin").orElseThrow(NotFoundException::new);
        BulletinDetails bulletin =
                services.bulletins().find(id, services.reader().get()).orElseThrow(NotFoundException::new);
        if (bulletin.state() == BulletinState.SCHEDULED || bulletin.state().isOut()) {
            event.forwardTo("bulletins/%s/sending".formatted(id));
            return;
        }
        Composer composer = new Composer(bulletin, services.bulletins(), services.writing(), services.reader(), this);
        BlockList blocks = new BlockList(composer, services.choices());
        PreviewPane preview = services.preview();
        ChecksPane checks = new ChecksPane(blocks::goTo);
        TextField title = BlockForm.line("Title", bulletin.plan().title(), 200);
        TextField subject = BlockForm.line("Subject", bulletin.plan().subject(), 200);
        OtherEditors others = new OtherEditors(services, id, blocks);
        parts = new Parts(composer, blocks, preview, checks, others, title, subject);
        title.setRequiredIndicatorVisible(true);
        title.addValueChangeListener(change -> composer.change(plan -> plan.titled(change.getValue(), plan.subject())));
        subject.setHelperText("Phones show about 40 characters of it");
        subject.addValueChangeListener(change -> composer.change(plan -> plan.titled(plan.title(), change.getValue())));
        Sheet audience = Sheet.titled("Readers", services.audience(composer));
        Div writing = new Div(
                new FormColumn(title, subject),
                top(composer, blocks),
                blocks,
                new AddBlock(blocks::append),
                checks,
                audience);
        if (!bulletin.template()) {
            writing.add(Sheet.titled("Items from agencies", new ItemsWelcome(offers, id)));
        }
        writing.addClassName("sc-composer-writing");
        Div both = new Div(writing, preview);
        both.addClassName("sc-composer");
        add(header, others, news, both);
        head();
        refresh();
    }

    private Div top(Composer composer, BlockList blocks) {
        Div top = new Div(
                new H2("Blocks"),
                new NewThings(services, composer, blocks),
                new OfferedItems(offers, composer, blocks));
        top.addClassName("sc-composer-top");
        return top;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        var looking = ui.addPollListener(poll -> {
            if (parts != null) {
                parts.composer().look();
                parts.others().look();
            }
        });
        ui.setPollInterval(LOOKS_EVERY_MS);
        addDetachListener(gone -> {
            looking.remove();
            if (parts != null) {
                parts.others().leave();
            }
            gone.unregisterListener();
            gone.getUI().setPollInterval(-1);
        });
    }

    private void head() {
        Parts now = parts;
        if (now != null) {
            header.removeAll();
            header.add(new ComposerHeader(services, now.composer(), saved, this::head));
        }
    }

    private void refresh() {
        Parts now = parts;
        if (now != null) {
            now.preview().show(now.composer().plan());
            List<BlockCard.Found> found = services.findings(now.composer());
            now.checks().show(found);
            now.blocks().findings(found);
        }
    }

    @Override
    public void saved() {
        saved.setText("Saved " + services.now());
        news.removeAll();
        head();
        refresh();
    }

    @Override
    public void mergedIn(UUID other, Set<String> conflicts) {
        Parts now = parts;
        if (now == null) {
            return;
        }
        now.blocks().drawAnew();
        now.title().setValue(now.composer().plan().title());
        now.subject().setValue(now.composer().plan().subject());
        String who = services.name(other);
        news.removeAll();
        news.add(
                conflicts.isEmpty()
                        ? Callout.info(who + " is writing here too.", "What they changed has come in.")
                        : Callout.warn(
                                who + " changed the same words.",
                                "Yours stand here; theirs are in the history, from where you can take them."));
        head();
        refresh();
    }

    @Override
    public void refused(InvalidBulletin refusal) {
        saved.setText("Not saved");
        UI ui = getUI().orElse(null);
        if (ui != null) {
            Notices.on(ui).bad(refusal.getMessage() + ".");
        }
    }
}

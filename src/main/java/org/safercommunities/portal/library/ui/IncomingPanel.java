package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.uploads.Upload;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Where files come in: dropped, chosen, gone on with; each kept as a draft as soon as all of it is here. */
class IncomingPanel extends Div implements FileDrop.Listener {

    private static final int LOOKS_EVERY_MILLIS = 1500;

    final IncomingFiles files;
    private final Library library;
    private final UploadsOfPage uploads;
    private final CurrentReader currentReader;
    private final Runnable changed;
    private final IncomingList list;
    private final UnfinishedUploads unfinished;
    private final FileDrop drop = new FileDrop(Upload.Purpose.DRAFT, true, this);
    private final H2 heading = new H2("Files");
    private final LiveText summary = new LiveText("");
    private final SecondaryButton leaveOutKnown = new SecondaryButton("", this::leaveOutKnown);

    /** Complete, and not yet anything: their last bytes came when the page was closed already. */
    private List<Upload> whole;

    /**
     * @param change what happens when an editor wants to change a file
     * @param changed called when a file stands elsewhere than before
     */
    IncomingPanel(
            Library library,
            Documents documents,
            UploadsOfPage uploads,
            LibraryWords words,
            CurrentReader currentReader,
            ErrorSummary errors,
            Consumer<Incoming> change,
            Runnable changed) {
        this.library = library;
        this.uploads = uploads;
        this.currentReader = currentReader;
        this.changed = changed;
        files = new IncomingFiles(documents);
        list = new IncomingList(
                new IncomingList.Actions(this::stop, this::dismiss, this::leaveOut, this::accept, change), words);
        Map<Boolean, List<Upload>> begun =
                uploads.waiting(Upload.Purpose.DRAFT).stream().collect(Collectors.partitioningBy(Upload::complete));
        whole = begun.getOrDefault(true, List.of());
        unfinished = new UnfinishedUploads(begun.getOrDefault(false, List.of()), this::giveUp);
        drop.begunBefore(unfinished.uploads());
        heading.addClassName("sc-incoming-heading");
        summary.addClassName("sc-incoming-summary");
        add(dropZone(), unfinished, errors, heading, summary, leaveOutKnown, list);
    }

    /** For whoever has seen to some of the files and is to go on with the others. */
    void focus() {
        heading.getElement().setAttribute("tabindex", "-1").callJsFunction("focus");
    }

    private Component dropZone() {
        Span first = new Span("Drop files or a folder here");
        first.addClassName("sc-strong");
        String most = "Up to %s each. What has arrived is kept as a draft, whatever happens then."
                .formatted(uploads.largestInWords());
        Div words = new Div(new Div(first), note(most));
        Div choose = new Div(FileDrop.choose("Choose files"), FileDrop.chooseFolder("Choose a folder"));
        choose.addClassName("sc-drop-choose");
        drop.add(Icon.CLOUD_UPLOAD.create(), words, choose);
        drop.addClassName("sc-drop");
        return drop;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Registration looking = event.getUI().addPollListener(poll -> lookAgain());
        event.getUI().setPollInterval(LOOKS_EVERY_MILLIS);
        addDetachListener(detach -> {
            looking.remove();
            detach.unregisterListener();
            detach.getUI().setPollInterval(-1);
        });
        whole.forEach(upload -> {
            Incoming file = new Incoming(upload.id().toString(), upload.fileName(), upload.length());
            files.add(file);
            keep(file, upload.id());
        });
        whole = List.of();
    }

    @Override
    public void begun(String key, String fileName, long size, @Nullable UUID resumes) {
        if (resumes != null) {
            unfinished.remove(resumes);
        }
        files.add(new Incoming(key, StoredNames.shown(fileName), size));
        refresh();
    }

    @Override
    public void finished(String key, UUID upload) {
        files.ofKey(key).ifPresent(file -> keep(file, upload));
    }

    /** As a draft, at once, so that nothing that arrived is lost. */
    private void keep(Incoming file, UUID upload) {
        Reader reader = currentReader.get();
        file.settling();
        refresh();
        uploads.use(
                upload,
                stored -> library.draft(stored, FirstDescription.of(file.fileName), reader),
                draft -> {
                    file.arrived(draft);
                    refresh();
                },
                (why, gone) -> {
                    if (gone) {
                        files.remove(file);
                    } else {
                        file.failed(why);
                    }
                    refresh();
                });
    }

    @Override
    public void failed(String key, String why) {
        files.ofKey(key).ifPresent(file -> file.failed(why));
        refresh();
    }

    @Override
    public void otherFile(UUID upload, String fileName) {
        unfinished.otherFile(upload, fileName);
    }

    @Override
    public void left(int count) {
        files.left(count);
        refresh();
    }

    private void giveUp(Upload upload) {
        uploads.end(upload.id());
        unfinished.remove(upload.id());
        drop.begunBefore(unfinished.uploads());
    }

    /** The browser has stopped sending it already. */
    private void stop(Incoming file) {
        files.remove(file);
        refresh();
    }

    /** Its draft stays where it is. */
    private void dismiss(Incoming file) {
        files.remove(file);
        refresh();
    }

    private void leaveOutKnown() {
        files.duplicates().forEach(this::leaveOut);
    }

    private void leaveOut(Incoming file) {
        UUID draft = file.document;
        if (draft != null) {
            library.remove(draft, currentReader.get());
        }
        files.remove(file);
        refresh();
    }

    private void accept(Incoming file) {
        file.accept();
        refresh();
    }

    private void lookAgain() {
        if (files.lookAgain(currentReader.get())) {
            refresh();
        }
    }

    /** Shows the files as they stand. */
    final void refresh() {
        list.show(files.all());
        int known = files.duplicates().size();
        leaveOutKnown.setVisible(known > 1);
        leaveOutKnown.setText("Leave out the %d files that are in the library already".formatted(known));
        heading.setVisible(!files.isEmpty());
        summary.setText(IncomingWords.arrived(files.arrived(), files.chosen()));
        changed.run();
    }

    private static Component note(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("sc-note");
        return note;
    }
}

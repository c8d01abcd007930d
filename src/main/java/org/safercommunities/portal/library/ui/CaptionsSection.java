package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.recordings.CaptionTrack;
import org.safercommunities.portal.library.recordings.Captions;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** The captions of a recording: which there are, and a way to put others in. */
class CaptionsSection extends PageSection {

    private static final int MOST_BYTES = 5_000_000;

    /** First the languages that are most spoken in Kent beside English. */
    private static final List<String> LANGUAGES = List.of(
            "en", "pl", "ne", "pa", "ro", "bn", "lt", "uk", "ar", "cy", "fr", "de", "es", "pt", "ru", "tr", "ur");

    private final UUID document;
    private final int version;
    private final transient Captions captions;
    private final transient CurrentReader currentReader;
    private final Div list = new Div();
    private final Select<String> language = new Select<>();
    private final UploadManager uploads = new UploadManager(this);

    CaptionsSection(UUID document, int version, Captions captions, CurrentReader currentReader) {
        super("Captions");
        this.document = document;
        this.version = version;
        this.captions = captions;
        this.currentReader = currentReader;
        language.setLabel("Language");
        language.setItems(Stream.concat(
                        LANGUAGES.stream(),
                        Stream.of(Locale.getISOLanguages())
                                .filter(tag -> !LANGUAGES.contains(tag))
                                .sorted(Comparator.comparing(CaptionsSection::name)))
                .toList());
        language.setItemLabelGenerator(CaptionsSection::name);
        language.setValue("en");
        uploads.setMaxFiles(1);
        uploads.setUploadHandler(this::receive);
        UploadButton choose = new UploadButton("Choose the captions", uploads);
        choose.setIcon(Icon.FOLDER_OPEN.create());
        add(
                new Paragraph(
                        "A file in WebVTT (.vtt) or SubRip (.srt), as video calls and editing programs write them. Its"
                                + " words are the transcript, by which the recording is found."),
                list,
                new FormColumn(language, new Div(choose)));
        show();
    }

    /** For somebody who came for this. */
    void arrive() {
        getElement()
                .executeJs(
                        "setTimeout(() => { this.scrollIntoView({ block: 'start' }); $0.focus(); }, 150)",
                        language.getElement());
    }

    private void show() {
        list.removeAll();
        List<CaptionTrack> tracks = captions.tracks(document, version, currentReader.get());
        if (tracks.isEmpty()) {
            list.add(new Paragraph("There are none yet."));
            return;
        }
        list.add(new Rows(tracks.stream().map(this::row).toList()));
    }

    private Row row(CaptionTrack track) {
        return Row.titled(track.label())
                .icon(Icon.MESSAGE_SQUARE)
                .facts(track.cues() == 1 ? "1 line" : "%,d lines".formatted(track.cues()))
                .action(QuietButton.icon(Icon.X, "Remove the captions in " + track.label(), () -> {
                    captions.remove(document, track.language(), currentReader.get());
                    show();
                    Notices.on(UI.getCurrent()).good("The captions in %s are gone.".formatted(track.label()));
                }));
    }

    private void receive(UploadEvent upload) throws IOException {
        UI ui = upload.getUI();
        byte[] content = upload.getInputStream().readNBytes(MOST_BYTES + 1);
        ui.access(() -> {
            uploads.clearFileList();
            try {
                if (content.length > MOST_BYTES) {
                    throw new InvalidDocument("captions", "Captions have at most 5 MB");
                }
                String tag = language.getValue();
                captions.put(document, tag, new String(content, StandardCharsets.UTF_8), currentReader.get());
                show();
                Notices.on(ui).good("The captions in %s are in.".formatted(name(tag)));
            } catch (InvalidDocument refused) {
                Notices.on(ui).bad(refused.getMessage() + ".");
            }
        });
    }

    private static String name(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.UK);
    }
}

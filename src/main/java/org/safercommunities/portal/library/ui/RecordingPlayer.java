package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.library.recordings.CaptionTrack;
import org.safercommunities.portal.library.recordings.Captions;
import org.safercommunities.portal.library.recordings.Cue;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.LiveText;
import org.safercommunities.portal.shared.ui.PageSection;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** A video or sound that plays in the page, with captions, and its transcript, whose words lead to the second they are said. */
class RecordingPlayer extends Div {

    private static final int AT_ONCE = 100;

    private final Element player;
    private final List<Cue> transcript;
    private final Div lines = new Div();
    private final LiveText found = new LiveText("");
    private final SecondaryButton more = new SecondaryButton("Show more", this::more);
    private List<Cue> shown = List.of();
    private int here;

    RecordingPlayer(UUID id, VersionSummary version, String title, List<CaptionTrack> tracks, List<Cue> transcript) {
        this.transcript = transcript;
        player = new Element(Captions.isVideo(version.mediaType()) ? "video" : "audio");
        player.setAttribute("controls", true);
        player.setAttribute("preload", "metadata");
        player.setAttribute("src", DocumentAddress.inline(id, version.number()));
        player.setAttribute("aria-label", title);
        for (CaptionTrack track : tracks) {
            Element captions = new Element("track");
            captions.setAttribute("kind", "captions");
            captions.setAttribute("srclang", track.language());
            captions.setAttribute("label", track.label());
            captions.setAttribute("src", DocumentAddress.captions(id, version.number(), track.language()));
            captions.setAttribute("default", tracks.getFirst().equals(track));
            player.appendChild(captions);
        }
        Div place = new Div();
        place.addClassNames("sc-preview", "sc-preview-player");
        place.getElement().appendChild(player);
        add(place);
        if (!transcript.isEmpty()) {
            addTranscript();
        }
    }

    private void addTranscript() {
        TextField words = new TextField("Find in the transcript");
        words.setPrefixComponent(Icon.SEARCH.create());
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> find(change.getValue()));
        lines.addClassName("sc-transcript");
        PageSection section =
                new PageSection("Transcript", new Paragraph("Choose a line to hear it."), words, found, lines, more);
        section.addClassName("sc-transcript-section");
        add(section);
        find("");
    }

    private void find(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.UK);
        shown = wanted.isEmpty()
                ? transcript
                : transcript.stream()
                        .filter(cue -> cue.text().toLowerCase(Locale.UK).contains(wanted))
                        .toList();
        found.setText(wanted.isEmpty() ? "" : shown.size() == 1 ? "1 line" : "%,d lines".formatted(shown.size()));
        lines.removeAll();
        here = 0;
        more();
    }

    private void more() {
        int to = Math.min(shown.size(), here + AT_ONCE);
        shown.subList(here, to).forEach(cue -> lines.add(line(cue)));
        here = to;
        lines.setVisible(!shown.isEmpty());
        more.setVisible(here < shown.size());
    }

    private NativeButton line(Cue cue) {
        Span time = new Span(cue.at());
        time.addClassName("sc-transcript-time");
        NativeButton line = new NativeButton();
        line.add(time, new Span(cue.text()));
        line.addClickListener(click -> player.executeJs("this.currentTime = $0; this.play()", cue.start() / 1000.0));
        return line;
    }
}

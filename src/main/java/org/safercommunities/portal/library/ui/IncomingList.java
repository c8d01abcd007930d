package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** The files on their way in: what needs the editor first, then what is coming, then what is in. */
class IncomingList extends Div {

    private static final int IN_SHOWN_AT_FIRST = 6;

    /** What an editor may do with a file of the list. */
    record Actions(
            Consumer<Incoming> stop,
            Consumer<Incoming> dismiss,
            Consumer<Incoming> leaveOut,
            Consumer<Incoming> accept,
            Consumer<Incoming> change) {}

    /** A row, and what it says: a row that says the same stays, and whoever stands on one of its buttons with it. */
    private record Shown(Row row, List<Object> said) {}

    private final Actions actions;
    private final LibraryWords words;
    private final Rows rows = new Rows().onSheet();
    private final QuietButton more = new QuietButton("", this::showAll);
    private final Map<Incoming, Shown> shown = new HashMap<>();
    private List<Incoming> files = List.of();
    private boolean all;

    IncomingList(Actions actions, LibraryWords words) {
        this.actions = actions;
        this.words = words;
        add(rows, more);
        show(files);
    }

    void show(List<Incoming> files) {
        this.files = files;
        List<Incoming> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(file -> file.stage));
        long ready = sorted.stream()
                .filter(file -> file.stage == Incoming.Stage.READY)
                .count();
        int folded = all ? 0 : (int) Math.max(0, ready - IN_SHOWN_AT_FIRST);
        arrange(sorted.subList(0, sorted.size() - folded).stream()
                .map(this::current)
                .toList());
        rows.setVisible(!files.isEmpty());
        more.setVisible(folded > 0);
        more.setText("Show %d more that %s in".formatted(folded, folded == 1 ? "is" : "are"));
    }

    private void showAll() {
        int before = rows.getComponentCount();
        all = true;
        show(files);
        rows.focus(before);
    }

    /** Touches only what is new, gone or out of its place. */
    private void arrange(List<Row> wanted) {
        rows.getChildren().filter(row -> !wanted.contains(row)).toList().forEach(rows::remove);
        for (int place = 0; place < wanted.size(); place++) {
            Row row = wanted.get(place);
            if (place >= rows.getComponentCount() || rows.getComponentAt(place) != row) {
                rows.addComponentAtIndex(place, row);
            }
        }
        shown.values().removeIf(each -> !wanted.contains(each.row()));
    }

    private Row current(Incoming file) {
        List<Object> says = List.of(file.stage, file.message, title(file), file.card != null, file.document != null);
        Shown there = shown.get(file);
        if (there == null || !there.said().equals(says)) {
            there = new Shown(row(file), says);
            shown.put(file, there);
        }
        return there.row();
    }

    private Row row(Incoming file) {
        Row row = Row.titled(title(file));
        return switch (file.stage) {
            case FAILED ->
                row.icon(Icon.CIRCLE_ALERT)
                        .bad()
                        .detail(words(file.message))
                        .action(
                                file.document == null
                                        ? QuietButton.icon(
                                                Icon.CIRCLE_X,
                                                "Dismiss " + file.fileName,
                                                () -> actions.leaveOut.accept(file))
                                        : button("Take it off the list", file, actions.dismiss));
            case NEEDS_YOU ->
                row.icon(Icon.CIRCLE_ALERT)
                        .warn()
                        .detail(words(file.message))
                        .wideAction(
                                button("Use it anyway", file, actions.accept),
                                button("Leave it out", file, actions.leaveOut));
            case RECEIVING ->
                row.icon(Icon.CLOUD_UPLOAD).detail(file.progress()).action(stop(file));
            case READING -> {
                row.icon(Icon.HOURGLASS).detail(words(file.message));
                yield file.document == null ? row : row.action(more(file));
            }
            case READY ->
                row.icon(file.card == null ? Icon.FILE : this.words.icon(file.card.mediaType()))
                        .detail(words(file.message))
                        .action(more(file));
        };
    }

    private Component[] more(Incoming file) {
        return new Component[] {
            button("Change", file, actions.change),
            QuietButton.icon(Icon.TRASH_2, "Leave out " + file.fileName, () -> actions.leaveOut.accept(file))
        };
    }

    /** Stops it in the browser at once, also without a network. */
    private QuietButton stop(Incoming file) {
        QuietButton stop = button("Stop", file, actions.stop);
        stop.getElement().setAttribute("data-upload-stop", file.key);
        return stop;
    }

    private static QuietButton button(String label, Incoming file, Consumer<Incoming> action) {
        QuietButton button = new QuietButton(label, () -> action.accept(file));
        button.setAriaLabel("%s: %s".formatted(label, file.fileName));
        return button;
    }

    private static String title(Incoming file) {
        return file.ownDescription == null ? file.fileName : file.ownDescription.title();
    }

    private static Component words(String message) {
        Paragraph words = new Paragraph(new Span(message));
        words.addClassName("sc-incoming-words");
        return words;
    }
}

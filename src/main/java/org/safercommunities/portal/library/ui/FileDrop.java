package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DomEvent;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.uploads.Upload;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.QuietButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where files are dropped and chosen. The browser sends them in pieces and goes on by itself when the network was gone
 * ({@code frontend/scripts/uploads.js}); here the page hears what has become of each. One per page.
 */
@JavaScript("context://scripts/tus.js")
@JavaScript("context://scripts/choose-files.js")
@JavaScript("context://scripts/uploads.js")
class FileDrop extends Div {

    /** What the browser tells of its files, each under a key of its own. */
    interface Listener {

        /** @param resumes the upload that it goes on with; null when it begins one */
        void begun(String key, String fileName, long size, @Nullable UUID resumes);

        /** All its bytes are here. */
        void finished(String key, UUID upload);

        void failed(String key, String why);

        /** Somebody wanted to go on with an upload and chose a file that is not the one. */
        default void otherFile(UUID upload, String fileName) {}

        /** So many files are on their way or wait for their turn. */
        default void left(int files) {}
    }

    private final ObjectNode wish = JsonNodeFactory.instance.objectNode();
    private final boolean many;
    private List<Upload> begun = List.of();

    FileDrop(Upload.Purpose purpose, boolean many, Listener listener) {
        this.many = many;
        wish.put("purpose", purpose.name().toLowerCase(Locale.ROOT));
        addClassName("sc-uploads");
        Div spoken = new Div();
        spoken.addClassName("sc-unseen");
        spoken.getElement().setAttribute("role", "status");
        add(spoken);
        hear(
                "begun",
                heard -> listener.begun(
                        heard.text("key"), heard.text("name"), heard.number("size"), heard.id("resumes")));
        hear("finished", heard -> listener.finished(heard.text("key"), UUID.fromString(heard.text("id"))));
        hear("failed", heard -> listener.failed(heard.text("key"), heard.text("why")));
        hear("other", heard -> listener.otherFile(UUID.fromString(heard.text("id")), heard.text("name")));
        getElement()
                .addEventListener(
                        "upload-left",
                        event -> listener.left(
                                event.getEventData().get("event.detail").asInt()))
                .addEventData("event.detail");
    }

    /** @param document that the file is a new version of */
    FileDrop ofDocument(UUID document) {
        wish.put("document", document.toString());
        return this;
    }

    /** Uploads to go on with, when one of their files is chosen again. */
    void begunBefore(List<Upload> uploads) {
        begun = uploads;
        tellBegun();
    }

    /** The button that opens the browser's choice of files. */
    static Component choose(String label) {
        SecondaryButton button = new SecondaryButton(label, Icon.FOLDER_OPEN, () -> {});
        button.getElement().setAttribute("data-upload-choose", "");
        return button;
    }

    /** For those who do not drop a folder. */
    static Component chooseFolder(String label) {
        QuietButton button = new QuietButton(label, () -> {});
        button.getElement().setAttribute("data-upload-folder", "");
        return button;
    }

    /** The button that opens the choice for one upload to go on with. */
    static QuietButton chooseAgain(Upload upload) {
        QuietButton button = new QuietButton("Choose the file again to go on", Icon.FOLDER_OPEN, () -> {});
        button.getElement().setAttribute("data-upload-again", upload.id().toString());
        button.setAriaLabel("Choose the file again to go on: " + upload.fileName());
        return button;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("window.portalUploads.on(this, $0, $1)", wish, many);
        tellBegun();
    }

    private void tellBegun() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        begun.forEach(upload -> list.add(told(upload)));
        getElement().executeJs("window.portalUploads.begun(this, $0)", list);
    }

    /** What the browser needs to know the file again. */
    private static ObjectNode told(Upload upload) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", upload.id().toString())
                .put("name", upload.fileName())
                .put("size", upload.length())
                .put("modified", upload.lastModified());
    }

    private record Detail(DomEvent event) {

        String text(String name) {
            return event.getEventData().path("event.detail." + name).asString("");
        }

        long number(String name) {
            return event.getEventData().path("event.detail." + name).asLong(0);
        }

        @Nullable
        UUID id(String name) {
            String text = text(name);
            return text.isEmpty() ? null : UUID.fromString(text);
        }
    }

    private void hear(String what, Consumer<Detail> then) {
        var listening = getElement().addEventListener("upload-" + what, event -> then.accept(new Detail(event)));
        for (String name : List.of("key", "name", "size", "resumes", "id", "why")) {
            listening.addEventData("event.detail." + name);
        }
    }
}

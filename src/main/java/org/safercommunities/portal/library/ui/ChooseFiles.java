package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadManager;
import org.safercommunities.portal.shared.ui.Icon;

/**
 * The button that opens the browser's own choice of files, and what the browser still has to send: it sends a few at a time,
 * so the server cannot know how many were chosen. Whoever closes the page before all are in is asked whether they mean it.
 */
class ChooseFiles extends UploadButton {

    private int left;

    ChooseFiles(UploadManager uploads, Runnable changed) {
        super("Choose files", uploads);
        setIcon(Icon.FOLDER_OPEN.create());
        getElement()
                .addEventListener("portal-left", event -> {
                    left = event.getEventData().get("event.detail").asInt();
                    changed.run();
                })
                .addEventData("event.detail");
    }

    /** Files that are on their way or wait for their turn. */
    int left() {
        return left;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("""
                let told = 0;
                const watch = () => {
                  const manager = this.manager;
                  if (!manager) {
                    setTimeout(watch, 50);
                    return;
                  }
                  const tell = () => setTimeout(() => {
                    const left = manager.files.filter((file) => !file.complete && !file.error).length;
                    if (left !== told) {
                      told = left;
                      this.dispatchEvent(new CustomEvent('portal-left', { detail: left }));
                    }
                  });
                  ['files-changed', 'upload-success', 'upload-error', 'upload-abort']
                    .forEach((each) => manager.addEventListener(each, tell));
                };
                watch();
                addEventListener('beforeunload', (event) => {
                  if (told > 0 && this.isConnected) {
                    event.preventDefault();
                  }
                });""");
    }
}

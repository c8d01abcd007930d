package org.safercommunities.portal.library.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.Documents;

/** The files on their way in, and how many of them stand where. */
class IncomingFiles {

    private final List<Incoming> files = new ArrayList<>();
    private final Documents documents;
    private int left;

    IncomingFiles(Documents documents) {
        this.documents = documents;
    }

    List<Incoming> all() {
        return Collections.unmodifiableList(files);
    }

    void add(Incoming file) {
        files.add(file);
    }

    void remove(Incoming file) {
        files.remove(file);
    }

    Optional<Incoming> ofKey(String key) {
        return files.stream().filter(file -> file.key.equals(key)).findFirst();
    }

    /** So many the browser still has to send; more than the page has heard of, for each is told when its turn comes. */
    void left(int files) {
        left = files;
    }

    /** Whether there is nothing more to do. */
    boolean isDone() {
        return files.isEmpty() && left == 0;
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    long arrived() {
        return files.stream().filter(file -> file.document != null).count();
    }

    /** With those that the browser has not begun to send. */
    long chosen() {
        long here = files.stream()
                .filter(file -> file.stage != Incoming.Stage.RECEIVING)
                .count();
        return here + Math.max(left, files.size() - here);
    }

    long needEditor() {
        return files.stream()
                .filter(file -> file.stage == Incoming.Stage.NEEDS_YOU || file.stage == Incoming.Stage.FAILED)
                .count();
    }

    List<Incoming> publishable() {
        return files.stream()
                .filter(file -> file.document != null
                        && (file.stage == Incoming.Stage.READY || file.stage == Incoming.Stage.READING))
                .toList();
    }

    List<Incoming> drafts() {
        return files.stream().filter(file -> file.document != null).toList();
    }

    List<Incoming> duplicates() {
        return files.stream()
                .filter(file -> file.duplicate && file.stage == Incoming.Stage.NEEDS_YOU)
                .toList();
    }

    /**
     * Asks what was found in the files meanwhile; one statement, and one more for each that has just come in.
     *
     * @return whether anything has changed
     */
    boolean lookAgain(Reader reader) {
        List<UUID> waiting = files.stream()
                .filter(file -> file.stage == Incoming.Stage.READING)
                .map(file -> file.document)
                .filter(Objects::nonNull)
                .toList();
        if (waiting.isEmpty()) {
            return false;
        }
        Map<UUID, DocumentCard> cards = documents.cards(waiting, reader).stream()
                .collect(Collectors.toMap(DocumentCard::id, Function.identity()));
        boolean changed = false;
        for (Incoming file : files) {
            DocumentCard card = file.document == null ? null : cards.get(file.document);
            if (card != null) {
                if (!file.isCompared()) {
                    file.compared(sameFile(card, reader));
                }
                changed |= file.read(card);
            }
        }
        return changed;
    }

    private String sameFile(DocumentCard card, Reader reader) {
        return documents.withSameBytes(card.sha256(), reader).stream()
                .filter(other -> !other.id().equals(card.id()))
                .findFirst()
                .map(DocumentCard::title)
                .orElse("");
    }
}

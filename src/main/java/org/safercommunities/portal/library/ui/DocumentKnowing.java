package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.DocumentState;
import org.safercommunities.portal.library.OpenedTrail;
import org.safercommunities.portal.library.following.FollowedThing;
import org.safercommunities.portal.library.following.Following;
import org.safercommunities.portal.library.use.LibraryReads;
import org.safercommunities.portal.library.use.Usefulness;

/** What a published document's page has for hearing of it, and for saying whether it is of use. */
@org.springframework.stereotype.Component
class DocumentKnowing {

    private final Following following;
    private final Usefulness usefulness;
    private final LibraryReads reads;
    private final OpenedTrail opened;
    private final CurrentReader currentReader;

    DocumentKnowing(
            Following following,
            Usefulness usefulness,
            LibraryReads reads,
            OpenedTrail opened,
            CurrentReader currentReader) {
        this.opened = opened;
        this.following = following;
        this.usefulness = usefulness;
        this.reads = reads;
        this.currentReader = currentReader;
    }

    /** The button; nothing for a draft. */
    Component follow(DocumentDetails document) {
        return document.state() == DocumentState.PUBLISHED
                ? new FollowButton(
                        FollowedThing.document(document.id()),
                        "this document",
                        "You are told when it has a new version.",
                        following,
                        currentReader)
                : new Div();
    }

    /** The question to readers, and to its owner and editors what they say. Counts and keeps that it was opened. */
    Component useful(DocumentDetails document, Reader reader) {
        Div part = new Div();
        opened.opened(document.id(), "page", reader.personId());
        if (document.state() == DocumentState.PUBLISHED) {
            reads.opened(document.id(), reader);
            if (!document.owner().equals(reader.personId())) {
                part.add(new UsefulQuestion(document.id(), usefulness, currentReader));
            }
            if (Usefulness.isFor(document, reader)) {
                part.add(new ReadersSay(usefulness.opinion(document.id(), reader)));
            }
        }
        return part;
    }
}

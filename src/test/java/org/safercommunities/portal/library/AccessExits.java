package org.safercommunities.portal.library;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.AccessWorld.Something;
import org.safercommunities.portal.library.following.DocumentSubjects;
import org.safercommunities.portal.library.recordings.Captions;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.search.FacetValue;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.search.SearchResults;
import org.safercommunities.portal.storage.BlobMissing;
import org.safercommunities.portal.storage.NoPreview;
import org.safercommunities.portal.storage.Pages;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.http.HttpMethod;

/** Every way by which a document, or a trace of it, leaves the portal. */
final class AccessExits {

    /** By its address alone: these give it out in an emergency, for as long as that lasts, and nothing else does. */
    static final Set<String> BY_ADDRESS =
            Set.of("page", "text", "download", "thumbnail", "transcript", "captions", "trail", "history");

    /** One way out. */
    @FunctionalInterface
    interface Exit {
        /** Whether this person gets the document, or a trace of it, this way. */
        boolean shows(Something document, Reader reader);
    }

    /** @param forEditors whether what only editors see leaves this way too: drafts, and what is before or after its time */
    record Named(String name, boolean forEditors, Exit exit) {}

    private AccessExits() {}

    static List<Named> all(BeanFactory portal) {
        Documents documents = portal.getBean(Documents.class);
        Downloads downloads = portal.getBean(Downloads.class);
        DownloadTrail trail = portal.getBean(DownloadTrail.class);
        Search search = portal.getBean(Search.class);
        Pages pages = portal.getBean(Pages.class);
        Captions captions = portal.getBean(Captions.class);
        DocumentSubjects subjects = portal.getBean(DocumentSubjects.class);
        DocumentHistory history = portal.getBean(DocumentHistory.class);
        return List.of(
                new Named("thumbnail", true, (it, reader) -> thumbnail(documents, pages, it, reader)),
                new Named(
                        "transcript",
                        true,
                        (it, reader) -> !captions.transcript(it.id(), 1, reader).isEmpty()),
                new Named(
                        "captions",
                        true,
                        (it, reader) -> captions.vtt(it.id(), 1, "en", reader).isPresent()),
                new Named(
                        "notice",
                        true,
                        (it, reader) -> subjects.of(List.of(it.id()), reader).containsKey(it.id())),
                new Named(
                        "saved search",
                        false,
                        (it, reader) -> search.among(
                                        LibrarySearchEntries.SOURCE,
                                        List.of(it.id()),
                                        SearchQuery.of(it.titleWord()),
                                        reader)
                                .contains(it.id())),
                new Named("history", true, (it, reader) -> history(history, it, reader)),
                new Named(
                        "page",
                        true,
                        (it, reader) -> documents.find(it.id(), reader).isPresent()),
                new Named(
                        "text",
                        true,
                        (it, reader) -> documents.text(it.id(), 1, reader).isPresent()),
                new Named(
                        "cards",
                        true,
                        (it, reader) ->
                                !documents.cards(List.of(it.id()), reader).isEmpty()),
                new Named(
                        "same bytes",
                        true,
                        (it, reader) ->
                                !documents.withSameBytes(it.sha256(), reader).isEmpty()),
                new Named(
                        "newest",
                        false,
                        (it, reader) -> documents.publishedSince(null, 5000, reader).stream()
                                .anyMatch(card -> card.id().equals(it.id()))),
                new Named("download", true, (it, reader) -> downloads(downloads, it, reader)),
                new Named(
                        "result",
                        false,
                        (it, reader) -> found(search, it.titleWord(), reader).hits().stream()
                                .anyMatch(hit -> hit.id().equals(it.id()))),
                new Named(
                        "count",
                        false,
                        (it, reader) -> found(search, it.bodyWord(), reader).total() > 0),
                new Named(
                        "snippet",
                        false,
                        (it, reader) -> found(search, it.bodyWord(), reader).hits().stream()
                                .anyMatch(hit -> hit.snippetText().contains(it.bodyWord()))),
                new Named(
                        "facet",
                        false,
                        (it, reader) -> found(search, it.bodyWord(), reader).facet(Facet.TOPIC).stream()
                                        .mapToLong(FacetValue::count)
                                        .sum()
                                > 0),
                new Named(
                        "suggestion",
                        false,
                        (it, reader) -> search.suggest(it.titleWord(), reader, 5).stream()
                                .anyMatch(offer -> offer.titleText().contains(it.titleWord()))),
                new Named("trail", true, (it, reader) -> trail(trail, it, reader)));
    }

    private static boolean thumbnail(Documents documents, Pages pages, Something it, Reader reader) {
        try {
            new DocumentPages(new PageAnswers(documents, pages), () -> reader).page(it.id(), 1, null, 208);
            return true;
        } catch (UnknownDocument hidden) {
            return false;
        } catch (NoPreview | BlobMissing passedTheRule) {
            return true;
        }
    }

    private static boolean history(DocumentHistory history, Something it, Reader reader) {
        try {
            history.of(it.id(), 0, 1, reader);
            return true;
        } catch (UnknownDocument hidden) {
            return false;
        } catch (org.springframework.security.access.AccessDeniedException notAnEditor) {
            // They may see the document, but its history is for editors
            return true;
        }
    }

    private static SearchResults found(Search search, String word, Reader reader) {
        return search.search(SearchQuery.of(word), reader);
    }

    private static boolean downloads(Downloads downloads, Something it, Reader reader) {
        try {
            downloads.answer(
                    it.id(), null, "test", false, new Downloads.Request(HttpMethod.HEAD, null, null, null), reader);
            return true;
        } catch (UnknownDocument | DocumentIsGone hidden) {
            return false;
        } catch (org.safercommunities.portal.storage.BlobMissing passedTheRule) {
            return true;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static boolean trail(DownloadTrail trail, Something it, Reader reader) {
        try {
            trail.of(it.id(), 0, 10, reader);
            return true;
        } catch (UnknownDocument hidden) {
            return false;
        } catch (org.springframework.security.access.AccessDeniedException notAnEditor) {
            // They may see the document, but its trail is for editors: the refusal says no more than the page does
            return true;
        }
    }
}

package org.safercommunities.portal.library.packs.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.packs.PackGaps;
import org.safercommunities.portal.library.packs.PackOpening;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is open to the delegates of the events that hand a pack out. */
@RestController
@RequestMapping("/api/v1/collections/{id}/delegates")
@Tag(name = "Packs")
class CollectionDelegatesApi {

    private final PackGaps gaps;
    private final PackOpening opening;
    private final CurrentReader currentReader;

    CollectionDelegatesApi(PackGaps gaps, PackOpening opening, CurrentReader currentReader) {
        this.gaps = gaps;
        this.opening = opening;
        this.currentReader = currentReader;
    }

    /** A document that some delegates cannot read, and how many or why. */
    record Shut(String title, String who) {}

    /**
     * @param opened titles of the documents that are open to delegates
     * @param shut those that some of them cannot read
     */
    record Delegates(List<String> opened, List<Shut> shut) {}

    /** How many documents that was. */
    record Done(int documents) {}

    @Operation(
            summary = "Which documents of a pack are open to delegates, and which some of them cannot read (editors)")
    @GetMapping
    Delegates all(@PathVariable UUID id) {
        Reader reader = currentReader.get();
        return new Delegates(
                gaps.opened(id, reader),
                gaps.ofDelegates(id, reader).stream()
                        .map(gap -> new Shut(gap.title(), gap.who()))
                        .toList());
    }

    @Operation(summary = "Open what delegates cannot read to whoever has a place, now and later (editors)")
    @PutMapping
    Done open(@PathVariable UUID id) {
        return new Done(opening.open(id, currentReader.get()));
    }

    @Operation(summary = "Close it again: each document is for its own audience and no more (editors)")
    @DeleteMapping
    Done close(@PathVariable UUID id) {
        return new Done(opening.close(id, currentReader.get()));
    }
}

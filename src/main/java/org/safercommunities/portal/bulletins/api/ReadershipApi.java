package org.safercommunities.portal.bulletins.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.BulletinReads;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.UnknownBulletin;
import org.safercommunities.portal.shared.ReaderCounts;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How many have read a bulletin. */
@RestController
@Tag(name = "Bulletins")
class ReadershipApi {

    private final Bulletins bulletins;
    private final BulletinReads reads;
    private final CurrentReader currentReader;

    ReadershipApi(Bulletins bulletins, BulletinReads reads, CurrentReader currentReader) {
        this.bulletins = bulletins;
        this.reads = reads;
        this.currentReader = currentReader;
    }

    @Operation(
            summary =
                    "How many have read it, in each agency with at least ten readers (editors). others: all other agencies"
                            + " together, left out where it would tell of fewer than ten.")
    @GetMapping("/api/v1/bulletins/{id}/readership")
    Shown readership(@PathVariable UUID id) {
        Reader reader = currentReader.get();
        if (bulletins.find(id, reader).isEmpty()) {
            throw new UnknownBulletin(id);
        }
        if (!reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only editors see how many have read a bulletin");
        }
        ReaderCounts figures = reads.figures(id, reader);
        return new Shown(
                figures.byAgency().entrySet().stream()
                        .map(line -> new OfAgency(line.getKey(), line.getValue()))
                        .toList(),
                figures.others().isPresent() ? figures.others().getAsInt() : null,
                figures.shown(),
                ReaderCounts.FEWEST);
    }

    /**
     * @param agencies the most readers first; the agency “-” of those of whom none is known
     * @param shown readers in these figures together
     * @param fewest readers of a group that is shown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(List<OfAgency> agencies, @Nullable Integer others, int shown, int fewest) {}

    record OfAgency(String agency, int readers) {}
}

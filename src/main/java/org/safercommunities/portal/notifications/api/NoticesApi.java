package org.safercommunities.portal.notifications.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.notifications.notices.InvalidNoticeChoice;
import org.safercommunities.portal.notifications.notices.NoticeAbout;
import org.safercommunities.portal.notifications.notices.NoticeCadence;
import org.safercommunities.portal.notifications.notices.NoticeChoices;
import org.safercommunities.portal.notifications.notices.NoticeLine;
import org.safercommunities.portal.notifications.notices.NoticeOccasion;
import org.safercommunities.portal.notifications.notices.OwnNotices;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller was told of, as far as they may see it now. */
@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "Notices")
class NoticesApi {

    private static final int MOST = 200;

    private final OwnNotices notices;
    private final NoticeChoices choices;
    private final CurrentReader currentReader;

    NoticesApi(OwnNotices notices, NoticeChoices choices, CurrentReader currentReader) {
        this.notices = notices;
        this.choices = choices;
        this.currentReader = currentReader;
    }

    record Found(List<Item> items, int total, int unread) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID id,
            NoticeOccasion occasion,
            String title,
            @Nullable String marking,
            String path,
            OffsetDateTime at,
            boolean read) {

        static Item of(NoticeLine line) {
            return new Item(
                    line.id(),
                    line.occasion(),
                    line.subject().title(),
                    line.subject().marking(),
                    line.path(),
                    line.at().atZone(Dates.KENT).toOffsetDateTime(),
                    line.read());
        }
    }

    /** @param read false: unread again */
    record Mark(@Nullable Boolean read) {}

    /** What is left out stays as it is. */
    record Choice(
            @Nullable NoticeCadence followed, @Nullable NoticeCadence own) {}

    @Operation(summary = "Your notices, the newest first. unread=true: only those you have not read")
    @GetMapping
    Found list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > MOST || page > Integer.MAX_VALUE / size) {
            throw new InvalidNoticeChoice("size", "Pages count from 0; a page has 1 to %d notices".formatted(MOST));
        }
        Reader reader = currentReader.get();
        OwnNotices.Found found = notices.newest(unread, page * size, size, reader);
        return new Found(found.lines().stream().map(Item::of).toList(), found.total(), notices.unread(reader));
    }

    @Operation(summary = "Mark one of your notices as read, or with {\"read\": false} as unread")
    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> mark(@PathVariable UUID id, @RequestBody String body) {
        Mark said = StrictJson.read(body, Mark.class, InvalidNoticeChoice::new);
        return notices.mark(id, !Boolean.FALSE.equals(said.read()), currentReader.get())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, NoticeProblems.UNKNOWN))
                        .build();
    }

    @Operation(summary = "Mark all of your notices as read")
    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void markAllRead() {
        notices.markAllRead(currentReader.get());
    }

    @Operation(summary = "When you want notices by mail: of what you follow, and of what concerns you")
    @GetMapping("/choice")
    Map<String, NoticeCadence> choice() {
        Map<String, NoticeCadence> said = new LinkedHashMap<>();
        choices.of(currentReader.get()).forEach((about, cadence) -> said.put(name(about), cadence));
        return said;
    }

    @Operation(summary = "Choose: AT_ONCE, DAILY, WEEKLY or PORTAL_ONLY. What you leave out stays as it is.")
    @PutMapping(path = "/choice", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, NoticeCadence> choose(@RequestBody String body) {
        Choice said = StrictJson.read(body, Choice.class, InvalidNoticeChoice::new);
        Reader reader = currentReader.get();
        if (said.followed() != null) {
            choices.choose(NoticeAbout.FOLLOWED, said.followed(), reader);
        }
        if (said.own() != null) {
            choices.choose(NoticeAbout.OWN, said.own(), reader);
        }
        return choice();
    }

    private static String name(NoticeAbout about) {
        return about.name().toLowerCase(java.util.Locale.ROOT);
    }
}

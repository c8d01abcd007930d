package org.safercommunities.portal.library.api;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.KindEntry;
import org.safercommunities.portal.library.TopicDesk;
import org.safercommunities.portal.library.TopicEntry;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What documents, events and bulletins are sorted by. Everybody reads it; editors change it. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Topics and kinds")
class TopicsApi {

    private final Topics topics;
    private final TopicDesk desk;
    private final CurrentReader currentReader;

    TopicsApi(Topics topics, TopicDesk desk, CurrentReader currentReader) {
        this.topics = topics;
        this.desk = desk;
        this.currentReader = currentReader;
    }

    @Operation(summary = "The topics that new documents may have, in the team's order")
    @GetMapping("/topics")
    Listed<Topics.Topic> topics() {
        return Listed.of(topics.current());
    }

    @Operation(summary = "The kinds that new documents may have, in the team's order")
    @GetMapping("/kinds")
    Listed<Topics.Kind> kinds() {
        return Listed.of(topics.currentKinds());
    }

    @Operation(summary = "Add a topic (editors); its id stays whatever it is called later")
    @PostMapping("/topics")
    @ResponseStatus(HttpStatus.CREATED)
    TopicJson addTopic(@RequestBody String body) {
        Reader reader = currentReader.get();
        desk.topics(reader);
        TopicSaid said = read(body, TopicSaid.class);
        String slug = desk.addTopic(
                requireNonNullElse(said.name(), ""),
                Boolean.TRUE.equals(said.theme()),
                said.firstYear(),
                said.lastYear(),
                reader);
        return topic(slug, reader);
    }

    @Operation(summary = "Change a topic (editors). retired: true takes it away from new documents.")
    @PatchMapping("/topics/{slug}")
    TopicJson changeTopic(@PathVariable String slug, @RequestBody String body) {
        Reader reader = currentReader.get();
        TopicEntry before = desk.topics(reader).stream()
                .filter(topic -> topic.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new InvalidDocument("slug", "There is no topic “%s”".formatted(slug)));
        TopicSaid said = read(body, TopicSaid.class);
        desk.changeTopic(
                new TopicEntry(
                        slug,
                        said.name() == null ? before.name() : said.name(),
                        said.theme() == null ? before.theme() : said.theme(),
                        said.retired() == null ? before.retired() : said.retired(),
                        said.firstYear() == null ? before.firstYear() : said.firstYear(),
                        said.lastYear() == null ? before.lastYear() : said.lastYear(),
                        before.documents()),
                reader);
        return topic(slug, reader);
    }

    @Operation(summary = "Add a kind of document (editors)")
    @PostMapping("/kinds")
    @ResponseStatus(HttpStatus.CREATED)
    KindJson addKind(@RequestBody String body) {
        Reader reader = currentReader.get();
        desk.kinds(reader);
        KindSaid said = read(body, KindSaid.class);
        return kind(desk.addKind(requireNonNullElse(said.name(), ""), said.retentionMonths(), reader), reader);
    }

    @Operation(summary = "Change a kind of document (editors)")
    @PatchMapping("/kinds/{slug}")
    KindJson changeKind(@PathVariable String slug, @RequestBody String body) {
        Reader reader = currentReader.get();
        KindEntry before = desk.kinds(reader).stream()
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new InvalidDocument("slug", "There is no kind “%s”".formatted(slug)));
        KindSaid said = read(body, KindSaid.class);
        desk.changeKind(
                new KindEntry(
                        slug,
                        said.name() == null ? before.name() : said.name(),
                        said.retired() == null ? before.retired() : said.retired(),
                        said.retentionMonths() == null ? before.retentionMonths() : said.retentionMonths(),
                        before.documents()),
                reader);
        return kind(slug, reader);
    }

    private TopicJson topic(String slug, Reader reader) {
        return desk.topics(reader).stream()
                .filter(topic -> topic.slug().equals(slug))
                .map(topic -> new TopicJson(
                        topic.slug(),
                        topic.name(),
                        topic.theme(),
                        topic.retired(),
                        topic.firstYear(),
                        topic.lastYear(),
                        topic.documents()))
                .findFirst()
                .orElseThrow();
    }

    private KindJson kind(String slug, Reader reader) {
        return desk.kinds(reader).stream()
                .filter(kind -> kind.slug().equals(slug))
                .map(kind -> new KindJson(
                        kind.slug(), kind.name(), kind.retired(), kind.retentionMonths(), kind.documents()))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T read(String body, Class<T> type) {
        return StrictJson.read(body, type, (field, sentence) -> new InvalidDocument(field, sentence));
    }

    record Listed<T>(List<T> items, int total) {
        static <T> Listed<T> of(List<T> items) {
            return new Listed<>(items, items.size());
        }
    }

    record TopicSaid(
            @Nullable String name,
            @Nullable Boolean theme,
            @Nullable Boolean retired,
            @Nullable Integer firstYear,
            @Nullable Integer lastYear) {}

    record KindSaid(
            @Nullable String name,
            @Nullable Boolean retired,
            @Nullable Integer retentionMonths) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TopicJson(
            String slug,
            String name,
            boolean theme,
            boolean retired,
            @Nullable Integer firstYear,
            @Nullable Integer lastYear,
            int documents) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KindJson(
            String slug,
            String name,
            boolean retired,
            @Nullable Integer retentionMonths,
            int documents) {}
}

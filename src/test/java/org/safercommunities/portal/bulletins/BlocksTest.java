package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class BlocksTest {

    private static final UUID ONE = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final UUID TWO = UUID.fromString("21111111-2222-4333-8444-555555555555");

    private record Said(String title, Blocks blocks) {}

    private static Blocks everything() {
        return Blocks.of(
                new Block.Heading("a", "Places free", 3),
                new Block.Text("b", "Dear **all**,\n\nhello", "Dover District Council"),
                new Block.Image("c", ONE, "A lit street", false, "https://example.org/"),
                new Block.Document("d", ONE, "Read page 4"),
                new Block.Event("e", TWO, ""),
                new Block.Link("f", "/library", "The library", "All of it"),
                new Block.Quote("g", "It helps", "A warden"),
                new Block.Button("h", "https://example.org/book", "Book"),
                new Block.Divider("i"),
                new Block.Contents("j"),
                new Block.SaveTheDate("k", "Spring seminar", LocalDate.of(2027, 3, 28), "Maidstone"));
    }

    @Test
    void whatIsWrittenAsJsonIsReadTheSame() {
        assertThat(everything().list().stream().map(Block::type)).containsExactly(BlockType.values());
        assertThat(Blocks.ofJson(everything().json())).isEqualTo(everything());
    }

    @ParameterizedTest
    @EnumSource
    void aNewBlockIsEmptyAndHasAnIdOfItsOwn(BlockType type) {
        Block empty = type.empty();
        assertThat(empty.type()).isEqualTo(type);
        assertThat(empty.id()).matches(Block.ID).isNotEqualTo(type.empty().id());
        assertThat(Blocks.ofJson(Blocks.of(empty).json())).isEqualTo(Blocks.of(empty));
    }

    @Test
    void theyAreAListWithinAnyOtherJson() {
        JsonMapper mapper = JsonMapper.builder().build();
        Said said = new Said("December", everything());
        String json = mapper.writeValueAsString(said);
        assertThat(json).contains("\"blocks\":[{\"type\":\"heading\",\"id\":\"a\"");
        assertThat(mapper.readValue(json, Said.class)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | Send a list of blocks between [ and ]",
                "[1] | Block 1: send an object between { and }",
                "[{\"type\":\"divider\"},{\"type\":\"script\"}] | Block 2: “type” must be one of heading, text, image, document, event,"
                        + " link, quote, button, divider, contents, save-the-date",
                "[{\"type\":\"button\",\"lable\":\"x\"}] | Block 1 (button): it has no “lable”. Known here are type, id, href, label",
                "[{\"type\":\"heading\",\"text\":7}] | Block 1 (heading): “text” must be a text",
                "[{\"type\":\"heading\",\"text\":null}] | Block 1 (heading): “text” must be a text",
                "[{\"type\":\"heading\",\"level\":1}] | Block 1 (heading): “level” must be 2 or 3",
                "[{\"type\":\"event\",\"event\":\"1-1-1-1-1\"}] | Block 1 (event): “event” must be an id as the portal gives it",
                "[{\"type\":\"image\",\"decorative\":\"no\"}] | Block 1 (image): “decorative” must be true or false",
                "[{\"type\":\"save-the-date\",\"date\":\"31.3.27\"}] | Block 1 (save-the-date): “date” must be a date such as 2027-03-28",
                "[{\"type\":\"divider\",\"id\":\"<b>\"}] | Block 1 (divider): “id” may have up to 40 letters, digits, - and _; leave it out for a new one",
                "[{\"type\":\"divider\",\"id\":\"a\"},{\"type\":\"divider\",\"id\":\"a\"}] | Block 2 has the “id” of block 1. Leave it out for a new one",
                "[ | This is not JSON: send a list of blocks between [ and ]",
                "[] [] | This is not JSON: send a list of blocks between [ and ]"
            })
    void whatCannotBeReadIsRefusedNamingBlockAndField(String json, String sentence) {
        assertThatThrownBy(() -> Blocks.ofJson(json))
                .isInstanceOf(InvalidBulletin.class)
                .hasMessage(sentence);
    }

    @Test
    void sizesAreBounded() {
        assertThatThrownBy(() -> new Block.Heading("x".repeat(201)))
                .hasMessage("“text” has 201 characters. Shorten it to 200 at most");
        List<Block> tooMany = IntStream.rangeClosed(0, Blocks.MOST)
                .<Block>mapToObj(each -> new Block.Divider())
                .toList();
        assertThatThrownBy(() -> new Blocks(tooMany)).hasMessage("A bulletin holds up to 200 blocks. These are 201");
        String tooLong = IntStream.range(0, 13)
                .mapToObj(each -> "{\"type\":\"text\",\"markdown\":\"%s\"}".formatted("x".repeat(20_000)))
                .collect(Collectors.joining(",", "[", "]"));
        assertThatThrownBy(() -> Blocks.ofJson(tooLong)).hasMessageStartingWith("All blocks together have 260,");
    }

    @Test
    void charactersThatNobodySeesAreLeftOut() {
        assertThat(new Block.Text("a\u0000\u001bb\r\nc\ud83d d\ud83d\udea8").markdown())
                .isEqualTo("ab\nc d\ud83d\udea8");
        assertThat(new Block.Heading(" one\r\n\ttwo ").text()).isEqualTo("one two");
    }

    @Test
    void blocksMoveAndAreReplacedByTheirId() {
        Blocks blocks = Blocks.of(new Block.Divider("a"), new Block.Divider("b"), new Block.Divider("c"));
        assertThat(ids(blocks.moved("c", -1))).containsExactly("a", "c", "b");
        assertThat(ids(blocks.moved("a", -1))).containsExactly("a", "b", "c");
        assertThat(ids(blocks.moved("a", 9))).containsExactly("b", "c", "a");
        assertThat(ids(blocks.withAt(2, new Block.Divider("n")))).containsExactly("a", "n", "b", "c");
        assertThat(ids(blocks.without("b"))).containsExactly("a", "c");
        assertThat(blocks.with(new Block.Contents("b")).find("b")).contains(new Block.Contents("b"));
        assertThat(blocks.number("c")).isEqualTo(3);
        assertThat(blocks.number("z")).isZero();
    }

    @Test
    void whatAReaderMayNotSeeIsLeftOutWithTheHeadingOverIt() {
        Blocks blocks = Blocks.of(
                new Block.Heading("h1", "Library", 2),
                new Block.Heading("h2", "Guidance", 3),
                new Block.Document("d1", ONE, ""),
                new Block.Heading("h3", "Packs", 3),
                new Block.Document("d2", TWO, ""),
                new Block.Divider("l"),
                new Block.Heading("h4", "Events", 2),
                new Block.Event("e1", ONE, ""),
                new Block.Heading("h5", "Nothing yet", 2));
        assertThat(blocks.forWhoSees(Set.of(ONE, TWO), Set.of(ONE))).isEqualTo(blocks);
        assertThat(ids(blocks.forWhoSees(Set.of(TWO), Set.of(TWO)))).containsExactly("h1", "h3", "d2", "l", "h5");
        assertThat(ids(blocks.forWhoSees(Set.of(), Set.of()))).containsExactly("l", "h5");
        assertThat(blocks.documents()).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(blocks.events()).containsExactly(ONE);
    }

    private static List<String> ids(Blocks blocks) {
        return blocks.list().stream().map(Block::id).toList();
    }
}

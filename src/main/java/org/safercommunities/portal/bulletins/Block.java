package org.safercommunities.portal.bulletins;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One part of a bulletin. A block being written may be empty in places: {@code BulletinChecks} says what still has to be put
 * right before it is sent, and here only what no bulletin may hold is refused. The id stays with the block when it moves.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "id"})
public sealed interface Block {

    /** Characters of a heading or a title. */
    int LONGEST_TITLE = 200;

    /** Characters of the words on a button or link. */
    int LONGEST_LABEL = 120;

    /** Characters that say what a picture shows. */
    int LONGEST_ALTERNATIVE = 500;

    /** Characters of the own words about a document, an event or a link. */
    int LONGEST_WORDS = 1_000;

    /** Characters of a quote. */
    int LONGEST_QUOTE = 2_000;

    /** Characters of a text in Markdown. */
    int LONGEST_TEXT = 20_000;

    /** Characters of an address. */
    int LONGEST_ADDRESS = 2_000;

    /** Characters of a person, a place or an agency. */
    int LONGEST_NAME = 200;

    /** What ids look like. */
    Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    /** Unique within its bulletin, so that editors can speak of the block wherever it stands. */
    String id();

    /** What kind it is in JSON; in words by {@link BlockType#word()}. */
    @JsonProperty("type")
    default String typeName() {
        return type().json();
    }

    /** What kind it is. */
    default BlockType type() {
        return switch (this) {
            case Heading _ -> BlockType.HEADING;
            case Text _ -> BlockType.TEXT;
            case Image _ -> BlockType.IMAGE;
            case Document _ -> BlockType.DOCUMENT;
            case Event _ -> BlockType.EVENT;
            case Link _ -> BlockType.LINK;
            case Quote _ -> BlockType.QUOTE;
            case Button _ -> BlockType.BUTTON;
            case Divider _ -> BlockType.DIVIDER;
            case Contents _ -> BlockType.CONTENTS;
            case SaveTheDate _ -> BlockType.SAVE_THE_DATE;
        };
    }

    /** A new id: forty bits, of which no bulletin will ever hold two alike. */
    static String newId() {
        return BlockWords.newId();
    }

    /** @param level 2 for a part of the bulletin, 3 for what stands within one */
    record Heading(String id, String text, int level) implements Block {

        public Heading {
            id = BlockWords.id(id);
            text = BlockWords.line("text", text, LONGEST_TITLE);
            if (level != 2 && level != 3) {
                throw new InvalidBulletin("level", "“level” must be 2 or 3");
            }
        }

        public Heading(String text) {
            this(newId(), text, 2);
        }
    }

    /** @param credit the agency that contributed it, by name; empty for the team's own */
    record Text(String id, String markdown, String credit) implements Block {

        public Text {
            id = BlockWords.id(id);
            markdown = BlockWords.text("markdown", markdown, LONGEST_TEXT);
            credit = BlockWords.line("credit", credit, LONGEST_NAME);
        }

        public Text(String markdown) {
            this(newId(), markdown, "");
        }
    }

    /**
     * @param picture null while none is chosen
     * @param alt what it shows, for those who do not see it
     * @param decorative whether it says nothing, so that it needs no such words
     * @param href where it leads; empty for nowhere
     */
    record Image(String id, @Nullable UUID picture, String alt, boolean decorative, String href) implements Block {

        public Image {
            id = BlockWords.id(id);
            alt = BlockWords.line("alt", alt, LONGEST_ALTERNATIVE);
            href = BlockWords.line("href", href, LONGEST_ADDRESS);
        }

        public Image(@Nullable UUID picture, String alt) {
            this(newId(), picture, alt, false, "");
        }
    }

    /** @param words of the editor's own, below what the library says of it */
    record Document(String id, @Nullable UUID document, String words) implements Block {

        public Document {
            id = BlockWords.id(id);
            words = BlockWords.text("words", words, LONGEST_WORDS);
        }

        public Document(@Nullable UUID document) {
            this(newId(), document, "");
        }
    }

    /** @param words of the editor's own, below what the event says of itself */
    record Event(String id, @Nullable UUID event, String words) implements Block {

        public Event {
            id = BlockWords.id(id);
            words = BlockWords.text("words", words, LONGEST_WORDS);
        }

        public Event(@Nullable UUID event) {
            this(newId(), event, "");
        }
    }

    /** Leads to a publication or consultation elsewhere, or to a page of the portal. */
    record Link(String id, String href, String label, String words) implements Block {

        public Link {
            id = BlockWords.id(id);
            href = BlockWords.line("href", href, LONGEST_ADDRESS);
            label = BlockWords.line("label", label, LONGEST_TITLE);
            words = BlockWords.text("words", words, LONGEST_WORDS);
        }

        public Link(String href, String label) {
            this(newId(), href, label, "");
        }
    }

    /** @param by who said it; may be empty */
    record Quote(String id, String text, String by) implements Block {

        public Quote {
            id = BlockWords.id(id);
            text = BlockWords.text("text", text, LONGEST_QUOTE);
            by = BlockWords.line("by", by, LONGEST_NAME);
        }

        public Quote(String text) {
            this(newId(), text, "");
        }
    }

    /** What the reader is asked to do. */
    record Button(String id, String href, String label) implements Block {

        public Button {
            id = BlockWords.id(id);
            href = BlockWords.line("href", href, LONGEST_ADDRESS);
            label = BlockWords.line("label", label, LONGEST_LABEL);
        }

        public Button(String href, String label) {
            this(newId(), href, label);
        }
    }

    /** A line across. */
    record Divider(String id) implements Block {

        public Divider {
            id = BlockWords.id(id);
        }

        public Divider() {
            this(newId());
        }
    }

    /** What is in this issue: a link to every heading that follows. */
    record Contents(String id) implements Block {

        public Contents {
            id = BlockWords.id(id);
        }

        public Contents() {
            this(newId());
        }
    }

    /** An event that cannot be booked yet. */
    record SaveTheDate(String id, String title, @Nullable LocalDate date, String place) implements Block {

        public SaveTheDate {
            id = BlockWords.id(id);
            title = BlockWords.line("title", title, LONGEST_TITLE);
            place = BlockWords.line("place", place, LONGEST_NAME);
        }

        public SaveTheDate(String title, @Nullable LocalDate date, String place) {
            this(newId(), title, date, place);
        }
    }
}

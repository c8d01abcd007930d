package org.safercommunities.portal.bulletins;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of blocks: their name in JSON and their name for editors. */
public enum BlockType {
    HEADING("Heading"),
    TEXT("Text"),
    IMAGE("Picture"),
    DOCUMENT("Document"),
    EVENT("Event"),
    LINK("Link"),
    QUOTE("Quote"),
    BUTTON("Button"),
    DIVIDER("Divider"),
    CONTENTS("Contents"),
    SAVE_THE_DATE("Save the date");

    private final String word;

    BlockType(String word) {
        this.word = word;
    }

    /** “Picture”, as editors call it. */
    public String word() {
        return word;
    }

    /** “save-the-date”, as JSON calls it. */
    public String json() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A new one with nothing in it yet. */
    public Block empty() {
        return switch (this) {
            case HEADING -> new Block.Heading("");
            case TEXT -> new Block.Text("");
            case IMAGE -> new Block.Image(null, "");
            case DOCUMENT -> new Block.Document(null);
            case EVENT -> new Block.Event(null);
            case LINK -> new Block.Link("", "");
            case QUOTE -> new Block.Quote("");
            case BUTTON -> new Block.Button("", "");
            case DIVIDER -> new Block.Divider();
            case CONTENTS -> new Block.Contents();
            case SAVE_THE_DATE -> new Block.SaveTheDate("", null, "");
        };
    }

    static Optional<BlockType> ofJson(String name) {
        return Arrays.stream(values()).filter(type -> type.json().equals(name)).findFirst();
    }

    static String allOfJson() {
        return Arrays.stream(values()).map(BlockType::json).collect(Collectors.joining(", "));
    }
}

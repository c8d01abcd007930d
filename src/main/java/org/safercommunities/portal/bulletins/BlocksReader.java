package org.safercommunities.portal.bulletins;

import java.util.ArrayList;
import java.util.List;
import org.safercommunities.portal.shared.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Reads blocks strictly: whatever is not documented is refused, and the refusal names the block by its number, and the field. */
final class BlocksReader extends ValueDeserializer<Blocks> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Blocks read(String json) {
        if (json.length() > Blocks.LONGEST_JSON) {
            throw tooLong(json.length());
        }
        try {
            return of(JSON.readTree(json));
        } catch (JacksonException broken) {
            throw new InvalidBulletin("blocks", "This is not JSON: send a list of blocks between [ and ]");
        }
    }

    @Override
    public Blocks deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode tree = context.readTree(parser);
        int length = tree.toString().length();
        if (length > Blocks.LONGEST_JSON) {
            throw tooLong(length);
        }
        return of(tree);
    }

    private static InvalidBulletin tooLong(int length) {
        return new InvalidBulletin(
                "blocks",
                "All blocks together have %,d characters. Shorten them to %,d at most"
                        .formatted(length, Blocks.LONGEST_JSON));
    }

    private static Blocks of(JsonNode tree) {
        if (!tree.isArray()) {
            throw new InvalidBulletin("blocks", "Send a list of blocks between [ and ]");
        }
        List<Block> blocks = new ArrayList<>(tree.size());
        for (JsonNode node : tree) {
            blocks.add(block(blocks.size() + 1, node));
        }
        return new Blocks(blocks);
    }

    private static Block block(int number, JsonNode node) {
        if (!node.isObject()) {
            throw new InvalidBulletin("blocks", "Block %d: send an object between { and }".formatted(number));
        }
        String name = node.path("type").isString() ? node.path("type").stringValue() : "";
        BlockType type = BlockType.ofJson(name)
                .orElseThrow(() -> new InvalidBulletin(
                        "blocks", "Block %d: “type” must be one of %s".formatted(number, BlockType.allOfJson())));
        try {
            BlockFields fields = new BlockFields(node);
            Block block = block(type, fields);
            fields.refuseOthers();
            return block;
        } catch (InvalidInput refused) {
            throw new InvalidBulletin("blocks", "Block %d (%s): %s".formatted(number, name, refused.getMessage()));
        }
    }

    private static Block block(BlockType type, BlockFields fields) {
        String id = fields.id();
        return switch (type) {
            case HEADING -> new Block.Heading(id, fields.text("text"), fields.number("level", 2));
            case TEXT -> new Block.Text(id, fields.text("markdown"), fields.text("credit"));
            case IMAGE ->
                new Block.Image(
                        id, fields.uuid("picture"), fields.text("alt"), fields.flag("decorative"), fields.text("href"));
            case DOCUMENT -> new Block.Document(id, fields.uuid("document"), fields.text("words"));
            case EVENT -> new Block.Event(id, fields.uuid("event"), fields.text("words"));
            case LINK -> new Block.Link(id, fields.text("href"), fields.text("label"), fields.text("words"));
            case QUOTE -> new Block.Quote(id, fields.text("text"), fields.text("by"));
            case BUTTON -> new Block.Button(id, fields.text("href"), fields.text("label"));
            case DIVIDER -> new Block.Divider(id);
            case CONTENTS -> new Block.Contents(id);
            case SAVE_THE_DATE ->
                new Block.SaveTheDate(id, fields.text("title"), fields.date("date"), fields.text("place"));
        };
    }
}

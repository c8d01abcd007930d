package org.safercommunities.portal.bulletins.drawing;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.safercommunities.portal.bulletins.Block;

/** What each kind of block needs before it can be sent. */
final class BlockChecks {

    private static final Pattern FILE_NAME = Pattern.compile("(?i)\\S*\\.(jpe?g|png|gif|webp|bmp)|(img|dsc)[-_ ]?\\d+");

    private final List<Block> blocks;
    private final BlockFacts facts;
    private final LocalDate today;
    private final Findings findings;

    BlockChecks(List<Block> blocks, BlockFacts facts, LocalDate today, Findings findings) {
        this.blocks = blocks;
        this.facts = facts;
        this.today = today;
        this.findings = findings;
    }

    void check(int number, Block block) {
        switch (block) {
            case Block.Heading heading -> heading(number, heading);
            case Block.Text text ->
                need(!text.markdown().isBlank(), "The text is empty", "Write it, or take the block out");
            case Block.Image image -> image(image);
            case Block.Document document -> document(document);
            case Block.Event event -> event(event);
            case Block.Link link ->
                need(!link.label().isEmpty(), "The link has no words", "Name what is to be found there");
            case Block.Quote quote ->
                need(!quote.text().isBlank(), "The quote is empty", "Write it, or take the block out");
            case Block.Button button ->
                need(
                        !button.label().isEmpty(),
                        "The button has no words",
                        "Say what it does, such as “Book your place”");
            case Block.Divider _ -> {}
            case Block.Contents _ -> contents(number);
            case Block.SaveTheDate save -> saveTheDate(save);
        }
    }

    private void heading(int number, Block.Heading heading) {
        need(!heading.text().isEmpty(), "The heading is empty", "Write it, or take the block out");
        boolean under = blocks.subList(0, number - 1).stream()
                .anyMatch(before -> before instanceof Block.Heading above && above.level() == 2);
        if (heading.level() == 3 && !under) {
            findings.warn(
                    "A smaller heading stands under no larger one",
                    "Make it a larger heading, so that people who go by headings miss none");
        }
    }

    private void image(Block.Image image) {
        need(
                image.picture() != null && facts.pictures().containsKey(image.picture()),
                "There is no picture",
                "Choose one, or take the block out");
        if (image.decorative()) {
            need(
                    image.href().isEmpty(),
                    "A picture that only decorates leads somewhere",
                    "Take its link out, or describe the picture");
            return;
        }
        need(
                !image.alt().isEmpty(),
                "A picture has no description",
                "Describe the picture for people who cannot see it, or say that it only decorates");
        if (FILE_NAME.matcher(image.alt()).matches()) {
            findings.warn("The description of a picture is the name of a file", "Say what the picture shows");
        }
    }

    private void document(Block.Document block) {
        if (block.document() == null) {
            findings.stop("No document is chosen", "Choose one, or take the block out");
            return;
        }
        DocumentFacts document = facts.documents().get(block.document());
        if (document == null) {
            findings.stop(
                    "The document is not in the library any more", "Take the block out, or choose another document");
        } else if (!document.published()) {
            findings.stop(
                    "“%s” is a draft that readers cannot open".formatted(document.title()),
                    "Publish it first, or take the block out");
        }
    }

    private void event(Block.Event block) {
        if (block.event() == null) {
            findings.stop("No event is chosen", "Choose one, or take the block out");
            return;
        }
        EventFacts event = facts.events().get(block.event());
        if (event == null) {
            findings.stop("The event is not there any more", "Take the block out, or choose another event");
            return;
        }
        switch (event.step()) {
            case CANCELLED ->
                findings.stop(
                        "“%s” is cancelled".formatted(event.title()),
                        "Take the block out, or say in a text that it is cancelled");
            case DRAFT ->
                findings.stop(
                        "“%s” is a draft that readers cannot open".formatted(event.title()),
                        "Publish it first, or take the block out");
            case OVER ->
                findings.warn("“%s” is over".formatted(event.title()), "Take the block out unless you look back");
            default -> {}
        }
    }

    private void contents(int number) {
        if (blocks.subList(number, blocks.size()).stream().noneMatch(Block.Heading.class::isInstance)) {
            findings.warn("The contents are empty", "Move the block above the headings, or take it out");
        }
        if (blocks.subList(0, number - 1).stream().anyMatch(Block.Contents.class::isInstance)) {
            findings.warn("There are contents already", "Take one of the two out");
        }
    }

    private void saveTheDate(Block.SaveTheDate save) {
        need(!save.title().isEmpty(), "It is not said what the date is for", "Enter a title");
        LocalDate date = save.date();
        if (date == null) {
            findings.stop("There is no date to save", "Enter one");
        } else if (date.isBefore(today)) {
            findings.warn("The date to save is over", "Enter another, or take the block out");
        }
    }

    private void need(boolean given, String problem, String remedy) {
        if (!given) {
            findings.stop(problem, remedy);
        }
    }
}

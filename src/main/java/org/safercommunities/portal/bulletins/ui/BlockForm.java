package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.shared.ui.FormColumn;

/** The fields of one block; each change makes the block anew. */
final class BlockForm {

    private static final int AFTER_TYPING_MS = 800;

    private final BlockChoices choices;
    private final Consumer<Block> changed;

    BlockForm(BlockChoices choices, Consumer<Block> changed) {
        this.choices = choices;
        this.changed = changed;
    }

    Component of(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Text text -> text(text);
            case Block.Image image -> new PictureFields(image, choices.pictures(), changed);
            case Block.Document document -> document(document);
            case Block.Event event -> event(event);
            case Block.Link link -> link(link);
            case Block.Quote quote -> quote(quote);
            case Block.Button button -> button(button);
            case Block.SaveTheDate date -> saveTheDate(date);
            case Block.Divider _ -> note("A line across, between two parts.");
            case Block.Contents _ -> note("A link to every heading below. It makes itself.");
        };
    }

    private Component heading(Block.Heading block) {
        TextField words = line("Heading", block.text(), Block.LONGEST_TITLE);
        Checkbox within = new Checkbox("Smaller, within the part above", block.level() == 3);
        return together(
                () -> new Block.Heading(block.id(), words.getValue(), within.getValue() ? 3 : 2), words, within);
    }

    private Component text(Block.Text block) {
        MarkdownArea words = new MarkdownArea("Text", block.markdown(), Block.LONGEST_TEXT);
        TextField credit = line("Contributed by", block.credit(), Block.LONGEST_NAME);
        credit.setHelperText("An agency, if it is theirs");
        return together(() -> new Block.Text(block.id(), words.getValue(), credit.getValue()), words, credit);
    }

    private Component document(Block.Document block) {
        ThingChoice document = choices.documents(block.document());
        TextArea words = area("In your words", block.words(), Block.LONGEST_WORDS);
        words.setHelperText("Below its title; leave it empty if the title says it all");
        return together(() -> new Block.Document(block.id(), document.chosen(), words.getValue()), document, words);
    }

    private Component event(Block.Event block) {
        ThingChoice event = choices.events(block.event());
        TextArea words = area("In your words", block.words(), Block.LONGEST_WORDS);
        words.setHelperText("Below date and places; leave it empty if the title says it all");
        return together(() -> new Block.Event(block.id(), event.chosen(), words.getValue()), event, words);
    }

    private Component link(Block.Link block) {
        TextField label = line("Words of the link", block.label(), Block.LONGEST_TITLE);
        TextField href = address(block.href());
        TextArea words = area("What is there", block.words(), Block.LONGEST_WORDS);
        return together(
                () -> new Block.Link(block.id(), href.getValue(), label.getValue(), words.getValue()),
                label,
                href,
                words);
    }

    private Component quote(Block.Quote block) {
        TextArea words = area("What was said", block.text(), Block.LONGEST_QUOTE);
        TextField by = line("Who said it", block.by(), Block.LONGEST_NAME);
        return together(() -> new Block.Quote(block.id(), words.getValue(), by.getValue()), words, by);
    }

    private Component button(Block.Button block) {
        TextField label = line("Words on the button", block.label(), Block.LONGEST_LABEL);
        TextField href = address(block.href());
        return together(() -> new Block.Button(block.id(), href.getValue(), label.getValue()), label, href);
    }

    private Component saveTheDate(Block.SaveTheDate block) {
        TextField title = line("What it is", block.title(), Block.LONGEST_TITLE);
        DatePicker date = new DatePicker("Date");
        date.setLocale(Locale.UK);
        date.setValue(block.date());
        TextField place = line("Place", block.place(), Block.LONGEST_NAME);
        return together(
                () -> new Block.SaveTheDate(block.id(), title.getValue(), date.getValue(), place.getValue()),
                title,
                date,
                place);
    }

    static TextField address(String value) {
        TextField field = line("Address", value, Block.LONGEST_ADDRESS);
        field.setHelperText("https://… or a page of the portal, such as /library");
        return field;
    }

    static TextField line(String label, String value, int longest) {
        TextField field = new TextField(label);
        field.setMaxLength(longest);
        field.setValue(value);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(AFTER_TYPING_MS);
        return field;
    }

    static TextArea area(String label, String value, int longest) {
        TextArea field = new TextArea(label);
        field.setMaxLength(longest);
        field.setValue(value);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(AFTER_TYPING_MS);
        return field;
    }

    private Component together(Supplier<Block> made, Component... fields) {
        for (Component field : fields) {
            if (field instanceof HasValue<?, ?> value) {
                value.addValueChangeListener(change -> changed.accept(made.get()));
            } else if (field instanceof MarkdownArea markdown) {
                markdown.onChange(() -> changed.accept(made.get()));
            } else if (field instanceof ThingChoice choice) {
                choice.onChange(() -> changed.accept(made.get()));
            }
        }
        return new FormColumn(fields);
    }

    private static Component note(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("sc-muted");
        return note;
    }
}

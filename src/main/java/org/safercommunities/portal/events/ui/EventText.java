package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What organisers wrote, in the part of Markdown that an announcement needs: paragraphs, headings, lists, bold words and links
 * to https. Anything else stays as it was typed; it is text throughout, never markup.
 */
class EventText extends Div {

    private static final Pattern INLINE =
            Pattern.compile("\\*\\*(?<bold>[^*]+)\\*\\*|\\[(?<words>[^\\]]+)]\\((?<address>https://[^\\s)]+)\\)");
    private static final Pattern ITEM = Pattern.compile("\\s*[-*]\\s+(.*)");
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*)");

    EventText(String markdown) {
        addClassName("sc-prose");
        List<String> paragraph = new ArrayList<>();
        UnorderedList list = new UnorderedList();
        for (String line : markdown.lines().toList()) {
            Matcher item = ITEM.matcher(line);
            Matcher heading = HEADING.matcher(line);
            if (!item.matches() && list.getComponentCount() > 0) {
                add(list);
                list = new UnorderedList();
            }
            if (item.matches()) {
                close(paragraph);
                list.add(fill(new ListItem(), item.group(1)));
            } else if (heading.matches()) {
                close(paragraph);
                add(fill(new H3(), heading.group(1)));
            } else if (line.isBlank()) {
                close(paragraph);
            } else {
                paragraph.add(line.strip());
            }
        }
        close(paragraph);
        if (list.getComponentCount() > 0) {
            add(list);
        }
    }

    private void close(List<String> paragraph) {
        if (!paragraph.isEmpty()) {
            add(fill(new Paragraph(), String.join(" ", paragraph)));
            paragraph.clear();
        }
    }

    private static Component fill(HtmlContainer block, String words) {
        Matcher found = INLINE.matcher(words);
        int done = 0;
        while (found.find()) {
            block.add(new Text(words.substring(done, found.start())));
            block.add(inline(found));
            done = found.end();
        }
        block.add(new Text(words.substring(done)));
        return block;
    }

    private static Component inline(Matcher found) {
        String bold = found.group("bold");
        if (bold != null) {
            Span strong = new Span(bold);
            strong.addClassName("sc-strong");
            return strong;
        }
        Anchor link = new Anchor(found.group("address"), found.group("words"));
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }
}

package org.safercommunities.portal.bulletins.drawing;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Writes tamed Markdown as plain text: bullets and numbers, and every address on a line of its own below its paragraph. */
final class MarkdownText extends AbstractVisitor {

    private record Found(String words, String address) {}

    private final TextLines lines;
    private final List<Found> links = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private String first = "";
    private String others = "";

    private MarkdownText(TextLines lines) {
        this.lines = lines;
    }

    static void write(Node tamed, TextLines lines) {
        tamed.accept(new MarkdownText(lines));
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        boolean tight = paragraph.getParent() instanceof ListItem
                && paragraph.getParent().getFirstChild() == paragraph;
        if (!tight) {
            lines.gap();
        }
        flush();
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        lines.gap();
        flush();
    }

    private void flush() {
        String said = words.toString();
        words.setLength(0);
        boolean onlyAddress = links.size() == 1 && links.getFirst().address().equals(said.strip());
        if (!onlyAddress) {
            lines.say(said, first, others);
        }
        first = others;
        // One link needs no words again: the address follows them
        boolean several = links.size() > 1;
        for (Found link : links) {
            if (several && !link.words().isEmpty() && !link.words().equals(link.address())) {
                lines.say(link.words() + ":", others, others);
            }
            lines.exactly(others + link.address());
        }
        links.clear();
    }

    @Override
    public void visit(BulletList list) {
        list(list, 0);
    }

    @Override
    public void visit(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        list(list, start == null ? 1 : start);
    }

    private void list(Node list, int number) {
        if (others.isEmpty()) {
            lines.gap();
        }
        String margin = others;
        int next = number;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String mark = number == 0 ? "- " : next++ + ". ";
            first = margin + mark;
            others = margin + " ".repeat(mark.length());
            visitChildren(item);
        }
        others = margin;
        first = margin;
    }

    @Override
    public void visit(BlockQuote quote) {
        String margin = others;
        others = margin + "> ";
        first = others;
        visitChildren(quote);
        others = margin;
        first = margin;
    }

    @Override
    public void visit(Link link) {
        int before = words.length();
        visitChildren(link);
        links.add(new Found(words.substring(before).strip(), link.getDestination()));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code(code.getLiteral());
    }

    private void code(String literal) {
        lines.gap();
        words.append(literal.stripTrailing());
        flush();
    }

    @Override
    public void visit(ThematicBreak rule) {
        lines.gap().exactly("* * *");
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak end) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak end) {
        words.append('\n');
    }
}

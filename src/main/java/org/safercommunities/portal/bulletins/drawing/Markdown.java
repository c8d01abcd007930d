package org.safercommunities.portal.bulletins.drawing;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What editors write, read by commonmark and made harmless before anything is drawn of it: HTML is the text that was typed,
 * pictures are their descriptions, and links that lead nowhere are their words. Headings stand below those around them.
 */
final class Markdown {

    /** Deeper nesting is text: nobody means it, and each step costs room on the stack. */
    private static final int DEEPEST = 20;

    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    /** A link as it was typed. */
    record Typed(String words, String href) {}

    private Markdown() {}

    /** @param level of the heading that the text stands under */
    static Node read(String markdown, int level, Addresses addresses) {
        Node document = PARSER.parse(Html.markless(markdown));
        document.accept(new Taming(level, addresses));
        return document;
    }

    static List<Typed> links(String markdown) {
        List<Typed> links = new ArrayList<>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(new Typed(words(link), link.getDestination()));
            }
        });
        return links;
    }

    /** The words within, without their form. */
    static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                words.append(html.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak end) {
                words.append(' ');
            }

            @Override
            public void visit(HardLineBreak end) {
                words.append(' ');
            }
        });
        return words.toString().strip();
    }

    private static final class Taming extends AbstractVisitor {

        private final int level;
        private final Addresses addresses;
        private int last;

        Taming(int level, Addresses addresses) {
            this.level = level;
            this.addresses = addresses;
            this.last = level;
        }

        @Override
        public void visit(Heading heading) {
            visitChildren(heading);
            if (words(heading).isEmpty()) {
                heading.unlink();
                return;
            }
            last = Math.min(Math.min(level + heading.getLevel(), last + 1), 6);
            heading.setLevel(last);
        }

        @Override
        public void visit(HtmlBlock html) {
            Paragraph typed = new Paragraph();
            typed.appendChild(new Text(html.getLiteral()));
            html.insertBefore(typed);
            html.unlink();
        }

        @Override
        public void visit(HtmlInline html) {
            html.insertBefore(new Text(html.getLiteral()));
            html.unlink();
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            unwrap(image);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (words(link).isEmpty()) {
                link.appendChild(new Text(link.getDestination()));
            }
            link.setTitle(null);
            addresses.of(link.getDestination()).ifPresentOrElse(link::setDestination, () -> unwrap(link));
        }

        @Override
        public void visit(CustomBlock block) {
            block.unlink();
        }

        private static void unwrap(Node node) {
            while (node.getFirstChild() != null) {
                node.insertBefore(node.getFirstChild());
            }
            node.unlink();
        }
    }
}

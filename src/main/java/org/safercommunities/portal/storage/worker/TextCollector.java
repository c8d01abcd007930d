package org.safercommunities.portal.storage.worker;

import java.text.Normalizer;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Gathers the text of a document as Tika tells it in XHTML, clean enough to show and to index: no control characters, no
 * broken characters, at most one empty line in a row, composed form (NFC). Stops the parser when there is enough.
 */
final class TextCollector extends DefaultHandler {

    /** There is more text than wanted. */
    static final class Enough extends SAXException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("More text than wanted");
        }
    }

    private final int limit;
    private final StringBuilder text = new StringBuilder();
    private int breaks = 2;
    private boolean space;
    private char highHalf;
    private int headDepth;
    private int sections;
    private boolean full;

    TextCollector(int limit) {
        this.limit = limit;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        if (localName.equals("head")) {
            headDepth++;
        } else if (localName.equals("div")) {
            String kind = attributes.getValue("class");
            sections += "sheet".equals(kind) || "page".equals(kind) ? 1 : 0;
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        if (localName.equals("head")) {
            headDepth--;
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        if (headDepth > 0) {
            return;
        }
        if (full) {
            throw new Enough();
        }
        for (int i = start; i < start + length; i++) {
            take(characters[i]);
            if (text.length() >= limit) {
                full = true;
                throw new Enough();
            }
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) throws SAXException {
        characters(characters, start, length);
    }

    /** Text that stands for itself: the name of an attachment, of a file in an archive. */
    void line(String words) throws SAXException {
        char[] line = ("\n" + words + "\n").toCharArray();
        characters(line, 0, line.length);
    }

    boolean isFull() {
        return full;
    }

    /** Sheets, in a spreadsheet. */
    int sections() {
        return sections;
    }

    String text() {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private void take(char character) {
        if (highHalf != 0) {
            char high = highHalf;
            highHalf = 0;
            if (Character.isLowSurrogate(character)) {
                write(high);
                text.append(character);
                return;
            }
        }
        if (Character.isHighSurrogate(character)) {
            highHalf = character;
        } else if (character == '\n' || character == '\r' || character == '\f' || character == '\u2028') {
            space = false;
            if (breaks < 2) {
                breaks++;
                text.append('\n');
            }
        } else if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            space = true;
        } else if (isWanted(character)) {
            write(character);
        }
    }

    private void write(char character) {
        if (space && breaks == 0) {
            text.append(' ');
        }
        space = false;
        breaks = 0;
        text.append(character);
    }

    private static boolean isWanted(char character) {
        return !Character.isISOControl(character)
                && !Character.isLowSurrogate(character)
                && character != '\uFFFE'
                && character != '\uFFFF'
                && character != '\uFEFF'
                && character != '\uFFFD'
                && character != '\u00AD';
    }

    /** One line of at most {@code longest} characters. */
    static String oneLine(String words, int longest) {
        TextCollector collector = new TextCollector(longest);
        try {
            char[] characters = words.toCharArray();
            collector.characters(characters, 0, characters.length);
        } catch (SAXException enough) {
            return collector.text().replace('\n', ' ');
        }
        return collector.text().replace('\n', ' ');
    }
}

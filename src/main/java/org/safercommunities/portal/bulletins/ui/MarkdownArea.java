package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import org.safercommunities.portal.bulletins.drawing.PastedText;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.QuietButton;

/** Text in Markdown with a toolbar; what is pasted from Word or a web page arrives as Markdown. */
final class MarkdownArea extends Div {

    /** Puts marks around what is chosen, or in front of each of its lines; the caret stands where one goes on typing. */
    private static final String MARK = """
            const area = this.inputElement; const [before, after, lines] = [$0, $1, $2];
            const start = area.selectionStart, end = area.selectionEnd;
            const chosen = area.value.slice(start, end);
            const words = lines ? (chosen || '').split('\\n').map(line => before + line).join('\\n') : before + (chosen || $3) + after;
            const lead = lines && start > 0 && area.value[start - 1] !== '\\n' ? '\\n\\n' : '';
            area.setRangeText(lead + words, start, end, 'end');
            if (!lines && !chosen) { area.setSelectionRange(start + before.length, start + before.length + $3.length); }
            area.focus(); area.dispatchEvent(new Event('input', {bubbles: true}));
            """;

    /** Only what has a form of its own is turned; plain text is left to the browser. */
    private static final String PASTE = """
            if (!this.portalPaste) {
              this.portalPaste = true;
              this.addEventListener('paste', event => {
                const html = event.clipboardData?.getData('text/html');
                if (!html || html.length > 500000 || !/<(p|h[1-6]|li|b|strong|em|i|a|table)[\\s>]/i.test(html)) { return; }
                event.preventDefault();
                const area = this.inputElement;
                this.dispatchEvent(new CustomEvent('pasted', {detail: {html, start: area.selectionStart, end: area.selectionEnd}}));
              });
            }
            """;

    private static final String PUT = """
            const area = this.inputElement; area.setRangeText($0, $1, $2, 'end'); area.focus();
            area.dispatchEvent(new Event('input', {bubbles: true}));
            """;

    private final TextArea area;

    MarkdownArea(String label, String value, int longest) {
        addClassName("sc-markdown");
        area = BlockForm.area(label, value, longest);
        area.setMinRows(4);
        area.setMaxRows(18);
        area.setHelperText("A blank line begins a new paragraph. **bold**, [words](address), - list");
        area.getElement()
                .addEventListener(
                        "pasted",
                        event -> put(
                                event.getEventData().get("event.detail.html").asString(),
                                event.getEventData().get("event.detail.start").asInt(),
                                event.getEventData().get("event.detail.end").asInt()))
                .addEventData("event.detail.html")
                .addEventData("event.detail.start")
                .addEventData("event.detail.end");
        add(toolbar(), area);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        area.getElement().executeJs(PASTE);
    }

    String getValue() {
        return area.getValue();
    }

    /** The field itself, to be marked and focused. */
    TextArea field() {
        return area;
    }

    void onChange(Runnable changed) {
        area.addValueChangeListener(change -> changed.run());
    }

    private void put(String html, int start, int end) {
        area.getElement().executeJs(PUT, PastedText.asMarkdown(html), start, end);
    }

    private Component toolbar() {
        Div bar = new Div(
                button(Icon.BOLD, "Bold", "**", "**", false, "bold words"),
                button(Icon.ITALIC, "Emphasis", "*", "*", false, "words"),
                button(Icon.LINK, "Link", "[", "](https://)", false, "words of the link"),
                button(Icon.LIST, "List", "- ", "", true, ""));
        bar.addClassName("sc-markdown-tools");
        bar.getElement().setAttribute("role", "group");
        bar.getElement().setAttribute("aria-label", "Form of the text");
        return bar;
    }

    private Component button(Icon icon, String meaning, String before, String after, boolean lines, String sample) {
        return QuietButton.icon(icon, meaning, () -> area.getElement().executeJs(MARK, before, after, lines, sample));
    }
}

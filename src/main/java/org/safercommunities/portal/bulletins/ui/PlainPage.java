package org.safercommunities.portal.bulletins.ui;

import org.safercommunities.portal.shared.Contact;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** A public page in one answer, without script or session: the look of {@code PublicLayout} in plain HTML. */
@Component
class PlainPage {

    private static final String FORM = """
            <!doctype html>
            <html lang="en-GB">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="theme-color" content="#3b1c63">
              <meta name="robots" content="noindex">
              <title>{title} – Safer Communities Portal</title>
              <link rel="icon" href="/favicon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/tokens.css">
              <link rel="stylesheet" href="/portal.css">
              <link rel="stylesheet" href="/kit.css">
              <link rel="stylesheet" href="/plain.css">
            </head>
            <body>
              <div class="sc-public sc-plain">
                <header class="sc-band">
                  <a class="sc-skip" href="#content">Skip to main content</a>
                  <a class="sc-brand" href="/"><img src="/icons/shield.svg" alt=""><span class="sc-brand-words"><span class="sc-brand-name">Safer Communities</span><span class="sc-brand-for">Kent partner portal</span></span></a>
                </header>
                <div class="sc-content">
                  <main id="content" tabindex="-1">
                    <div class="sc-header"><h1>{title}</h1><p class="sc-lead">{lead}</p></div>
            {body}
                  </main>
                  <footer class="sc-foot"><span>Safer Communities Portal, run by the Kent Community Safety Team</span><a href="/accessibility">Accessibility</a><a href="/privacy">Privacy</a><a href="{mail}">Report a problem</a></footer>
                </div>
              </div>
            </body>
            </html>
            """;

    private final Contact contact;

    PlainPage(Contact contact) {
        this.contact = contact;
    }

    /** @param body HTML, whose every word from elsewhere is {@linkplain #escaped escaped} */
    record Content(String title, String lead, String body) {}

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    String html(Content content) {
        // The body last, so that nothing in it is taken for a mark
        return FORM.replace("{title}", escaped(content.title()))
                .replace("{lead}", escaped(content.lead()))
                .replace("{mail}", escaped(contact.mailto("Problem with the portal")))
                .replace("{body}", content.body());
    }
}

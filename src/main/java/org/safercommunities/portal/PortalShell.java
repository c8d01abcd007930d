package org.safercommunities.portal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/**
 * What every page brings along: styles, the colour scheme of the device, and server push over WebSocket or, where a proxy
 * blocks that, long polling (the script {@code push.js} sees to it that the change is quick). One annotation for each stylesheet, for an import inside a stylesheet would escape the browser
 * cache's fingerprints.
 */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("tokens.css")
@StyleSheet("controls.css")
@StyleSheet("portal.css")
@StyleSheet("kit.css")
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
public class PortalShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Safer Communities Portal");
        settings.addLink("favicon.svg", Map.of("rel", "icon", "type", "image/svg+xml", "sizes", "any"));
        settings.addLink(
                "fonts/public-sans.woff2",
                Map.of("rel", "preload", "as", "font", "type", "font/woff2", "crossorigin", "anonymous"));
        settings.addInlineFromFile("META-INF/resources/scripts/push.js", Inline.Wrapping.JAVASCRIPT);
        settings.addMetaTag("theme-color", "#3b1c63");
        settings.addMetaTag("description", "Documents, bulletins and events for the partners who keep Kent safer");
    }
}

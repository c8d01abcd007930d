package org.safercommunities.portal.events.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps pages that show somebody's certificate out of search engines and stores, wherever a link to one may stand. */
@Component
class CertificatesNotIndexed implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(CertificatesNotIndexed::mark);
    }

    private static void mark(IndexHtmlResponse page) {
        @Nullable String path = page.getVaadinRequest().getPathInfo();
        if (path != null && path.startsWith("/" + EventAddress.CERTIFICATES)) {
            page.getVaadinResponse().setHeader("X-Robots-Tag", "noindex");
            page.getVaadinResponse().setHeader("Cache-Control", "no-store");
        }
    }
}

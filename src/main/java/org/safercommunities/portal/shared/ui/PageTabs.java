package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;

/** Tabs with a line under the chosen one. */
public class PageTabs extends Tabs {

    public PageTabs(Tab... tabs) {
        super(tabs);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        // A focusable element between a list of tabs and its tabs breaks what the roles promise to screen readers
        getElement().executeJs("""
                customElements.whenDefined('vaadin-tabs').then(() => requestAnimationFrame(
                    () => this.shadowRoot?.querySelector('[tabindex]')?.removeAttribute('tabindex')))""");
    }
}

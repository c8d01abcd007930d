package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.ui.AudienceChoices;
import org.safercommunities.portal.library.packs.PackDesk;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;

/** Begins a pack; what goes into it comes next. */
@Route(PackAddress.NEW)
@PageTitle("Make a pack")
@StyleSheet("library.css")
@RolesAllowed("EDITOR")
class NewPackView extends Div {

    NewPackView(PackDesk desk, AudienceChoices choices, CurrentReader currentReader) {
        PackForm form = new PackForm(choices, currentReader.get().groupIds());
        form.with(
                new PrimaryButton(
                        "Go on",
                        () -> form.said(said ->
                                UI.getCurrent().navigate(PackAddress.edit(desk.draft(said, currentReader.get()))))),
                LinkButton.secondary(PackAddress.LIST, "Cancel"));
        add(
                new PageHeader("Make a pack")
                        .crumb("Library", "library")
                        .crumb("Packs", PackAddress.LIST)
                        .lead("Say what it is and whom it is for. It is a draft until you publish it."),
                form);
    }
}

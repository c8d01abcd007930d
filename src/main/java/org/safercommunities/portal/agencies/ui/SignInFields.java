package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.providers.ProviderAddresses;
import org.safercommunities.portal.agencies.providers.ProviderKind;
import org.safercommunities.portal.agencies.providers.SamlNames;
import org.safercommunities.portal.agencies.providers.SignInWish;
import org.safercommunities.portal.shared.ui.FormColumn;

/** How an agency's people are to sign in, with what its IT has to know before it can answer. */
class SignInFields extends FormColumn {

    private static final int LARGEST_METADATA = 2_000_000;

    private final RadioButtonGroup<ProviderKind> kind = new RadioButtonGroup<>("How its people sign in");
    private final TextField address = new TextField();
    private final TextField clientId = new TextField("Client ID");
    private final PasswordField clientSecret = new PasswordField("Client secret");
    private final Select<SamlNames> names = new Select<>();
    private final Upload file;
    private final Span fileState = new Span();
    private final Div fileField;
    private final Div forTheirIt = new Div();
    private @Nullable String metadata;
    private @Nullable ProviderAddresses addresses;

    SignInFields() {
        kind.setItems(ProviderKind.PORTAL, ProviderKind.OIDC, ProviderKind.SAML);
        kind.setItemLabelGenerator(ProviderKind::label);
        kind.setValue(ProviderKind.PORTAL);
        kind.addClassName("sc-choices");
        kind.addValueChangeListener(change -> arrange());
        address.setMaxLength(500);
        clientId.setMaxLength(200);
        clientSecret.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
        clientSecret.setHelperText("It goes to the sign-in service and is kept nowhere else, nor shown again.");
        names.setLabel("What it calls the email address and the names");
        names.setItems(SamlNames.values());
        names.setItemLabelGenerator(SamlNames::label);
        names.setValue(SamlNames.PLAIN);
        file = new Upload(UploadHandler.inMemory((about, bytes) -> {
            metadata = new String(bytes, StandardCharsets.UTF_8);
            fileState.setText("Chosen: " + about.fileName());
        }));
        file.setMaxFiles(1);
        file.setMaxFileSize(LARGEST_METADATA);
        file.setAcceptedMimeTypes("application/xml", "text/xml", "application/samlmetadata+xml");
        file.setAcceptedFileExtensions(".xml");
        file.addFileRemovedListener(removed -> forget());
        fileField = new Div(new Paragraph("Or the metadata as a file"), file, fileState);
        forTheirIt.addClassName("sc-steps");
        add(kind, forTheirIt, address, clientId, clientSecret, fileField, names);
        arrange();
    }

    /** So that what is wrong is said at the field it is about. */
    EntryForm joining(EntryForm entry) {
        return entry.field("address", address)
                .field("metadata", address)
                .field("clientId", clientId)
                .field("clientSecret", clientSecret);
    }

    /** What the agency's IT has to enter; null while nobody can say. */
    void tell(@Nullable ProviderAddresses known) {
        addresses = known;
        arrange();
    }

    TextField[] kept() {
        return new TextField[] {address, clientId};
    }

    SignInWish wish() {
        return switch (kind.getValue()) {
            case OIDC -> new SignInWish.Oidc(address.getValue(), clientId.getValue(), clientSecret.getValue());
            case SAML -> new SignInWish.Saml(address.getValue(), metadata, names.getValue());
            case PORTAL, BY_HAND -> new SignInWish.PortalAccounts();
        };
    }

    /** Once it is not needed any more. */
    void forgetSecret() {
        clientSecret.clear();
    }

    private void forget() {
        metadata = null;
        fileState.setText("");
    }

    private void arrange() {
        boolean oidc = kind.getValue() == ProviderKind.OIDC;
        boolean saml = kind.getValue() == ProviderKind.SAML;
        address.setVisible(oidc || saml);
        address.setLabel(oidc ? "Address of the discovery document" : "Address of the metadata");
        address.setHelperText(
                oidc
                        ? "It usually ends in /.well-known/openid-configuration."
                        : "The portal reads it once, now. Choose the file below when there is no public address.");
        clientId.setVisible(oidc);
        clientSecret.setVisible(oidc);
        fileField.setVisible(saml);
        names.setVisible(saml);
        forTheirIt.removeAll();
        forTheirIt.setVisible(oidc || saml);
        ProviderAddresses known = addresses;
        if (known == null) {
            forTheirIt.add(new Paragraph("Enter the agency’s name first: the addresses for its IT are made of it."));
        } else {
            forTheirIt.add(
                    new Paragraph("Give this to the agency’s IT. They answer with what belongs below."),
                    new ForTheirIt(known, saml));
        }
    }
}

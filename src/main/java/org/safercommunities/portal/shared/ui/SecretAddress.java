package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Supplier;

/** An address of somebody’s own feed: shown when asked for, for whoever reads it can use it; copied, and made anew. */
public class SecretAddress extends Div {

    private final Supplier<String> present;
    private final Supplier<String> anew;
    private final TextField address;

    /**
     * @param meaning label of the address
     * @param warning what whoever has it can see
     * @param present finds the address
     * @param anew makes a new one
     */
    public SecretAddress(String meaning, String warning, Icon icon, Supplier<String> present, Supplier<String> anew) {
        this.present = present;
        this.anew = anew;
        address = new TextField(meaning);
        address.setReadOnly(true);
        address.setWidthFull();
        address.setHelperText(warning);
        add(new SecondaryButton("Show the address", icon, this::show));
    }

    private void show() {
        address.setValue(present.get());
        SecondaryButton copy = new SecondaryButton("Copy address", Icon.COPY, this::copy);
        QuietButton renew = new QuietButton(
                "Make a new address",
                Icon.REFRESH_CW,
                () -> ConfirmQuestion.ask(
                        "Make a new address?",
                        "Calendars and feed readers that use your present addresses stop being kept up to date.",
                        "Make a new address",
                        this::renew));
        removeAll();
        addClassName("sc-stack");
        add(address, new Buttons(copy, renew));
        address.focus();
    }

    private void copy() {
        address.getElement()
                .executeJs("return navigator.clipboard.writeText($0).then(() => true, () => false)", address.getValue())
                .then(
                        Boolean.class,
                        copied -> say(
                                copied
                                        ? "The address is copied."
                                        : "The browser does not let us copy. Select the address."));
    }

    private void renew() {
        address.setValue(anew.get());
        say("This is your new address. The one before leads nowhere.");
    }

    private static void say(String words) {
        Notices.on(UI.getCurrent()).say(words);
    }
}

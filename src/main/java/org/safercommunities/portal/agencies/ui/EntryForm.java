package org.safercommunities.portal.agencies.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import java.util.HashMap;
import java.util.Map;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.shared.ui.Notices;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** Does what somebody asked for in a form or by a button, and says how it went: at the field it is about, if there is one. */
class EntryForm {

    private final Component page;
    private final Map<String, Component> fields = new HashMap<>();

    /** @param page any component of the page that asks */
    EntryForm(Component page) {
        this.page = page;
    }

    /** @param name as {@link InvalidEntry#field()} has it */
    EntryForm field(String name, Component field) {
        fields.put(name, field);
        return this;
    }

    /**
     * Returns whether it was done.
     *
     * @param done what to say then
     */
    boolean attempt(String done, Runnable action) {
        // Asked for before the action, which may lead to another page
        UI ui = page.getUI().orElseThrow();
        boolean succeeded = tried(action);
        if (succeeded) {
            Notices.on(ui).good(done);
        }
        return succeeded;
    }

    /** The same without a word when it was done. */
    boolean tried(Runnable action) {
        fields.values().forEach(field -> ((HasValidation) field).setInvalid(false));
        try {
            action.run();
        } catch (InvalidEntry invalid) {
            refuse(invalid);
            return false;
        } catch (ConcurrencyFailureException | DataIntegrityViolationException sameMoment) {
            say().bad("Somebody else changed this at the same moment. Reload the page, look at it and try again.");
            return false;
        }
        return true;
    }

    private void refuse(InvalidEntry invalid) {
        Component field = fields.get(invalid.field());
        if (field == null) {
            say().bad(invalid.getMessage() + ".");
            return;
        }
        HasValidation faulty = (HasValidation) field;
        faulty.setErrorMessage(invalid.getMessage());
        faulty.setInvalid(true);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    private Notices say() {
        return Notices.on(page.getUI().orElseThrow());
    }
}
